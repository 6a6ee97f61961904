"""``allocator verify``: does a rosters workbook say the truth?"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from allocator.cli.options import json_option
from allocator.cli.terminal import live_line, print_findings, print_json, reported_errors
from allocator.memory import SOLVER, require_memory

if TYPE_CHECKING:
    from allocator.proof import Verdict


@click.command()
@click.argument("rosters", metavar="ROSTERS.xlsx", type=click.Path(path_type=Path))
@click.option("--prove", is_flag=True, help="Solve again, and compare with the best possible.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="S",
    default=60,
    show_default=True,
    help="Seconds that --prove may take.",
)
@click.option(
    "--from",
    "previous",
    type=click.Path(path_type=Path),
    metavar="OLD.xlsx",
    help="For --prove of a re-balance: the rosters that it was made from.",
)
@json_option
def verify(
    rosters: Path, *, prove: bool, time_limit: float, previous: Path | None, as_json: bool
) -> None:
    """Recompute every rule and goal of ROSTERS.xlsx from its sheets, without the solver.

    Ends with 3 when a sheet contradicts the record, a rule or a number, or when --prove finds a
    better roster; with 5 when --prove could not settle it in time.
    """
    with reported_errors(as_json=as_json):
        if prove:
            require_memory(SOLVER)
        from allocator.proof import verdict_on  # noqa: PLC0415 - loads openpyxl

        with live_line() as live:
            verdict = verdict_on(
                rosters, prove=prove, time_limit=time_limit, previous=previous, watch=live
            )
        _print(rosters, verdict, as_json=as_json)
        sys.exit(verdict.exit_code)


def _print(rosters: Path, verdict: "Verdict", *, as_json: bool) -> None:
    check = verdict.check
    if check and check.outcome and check.outcome.edits and not as_json:
        from allocator.cli.edited import print_edited  # noqa: PLC0415 - loads rich

        print_edited(check, check.outcome)
        return
    print_findings(verdict.findings)
    if as_json:
        from allocator.answers import verify_answer  # noqa: PLC0415 - loaded when needed

        print_json(verify_answer(verdict.status, verdict.findings, verdict.goals))
    elif not verdict.findings:
        click.echo(f"{rosters.name}: {verdict.sentence}")
