"""``allocator verify``: does a rosters workbook say the truth?"""

import sys
from pathlib import Path

import click

from allocator.cli.options import json_option
from allocator.cli.terminal import print_json, reported_errors


@click.command()
@click.argument("rosters", metavar="ROSTERS.xlsx", type=click.Path(path_type=Path))
@click.option("--prove", is_flag=True, help="Solve again, and compare with the best possible.")
@json_option
def verify(rosters: Path, *, prove: bool, as_json: bool) -> None:
    """Recompute every rule and goal of ROSTERS.xlsx from its sheets, without the solver.

    Ends with 3 when a sheet contradicts the record, a rule or a number.
    """
    with reported_errors(as_json=as_json):
        from allocator.answers import verify_answer  # noqa: PLC0415 - loaded when needed
        from allocator.cli.proof import proven  # noqa: PLC0415 - as above
        from allocator.rosters import contradictions  # noqa: PLC0415 - loads openpyxl

        findings = list(contradictions(rosters))
        goals, missed = proven(rosters) if prove and not findings else ([], [])
        findings += missed
        if as_json:
            print_json(verify_answer(findings, goals))
        for finding in findings:
            click.echo(str(finding), err=True)
        if not findings and not as_json:
            click.echo(
                f"{rosters.name}: every seat, rule and number agrees"
                + (", and no better roster exists." if prove else ".")
            )
        if findings:
            sys.exit(3)
