"""``allocator check``: what a list holds, and every problem in it."""

from pathlib import Path

import click

from allocator.cli.options import json_option, reading_options, saying_options
from allocator.cli.terminal import print_json, reported_errors


@click.command()
@click.argument("source", metavar="LIST", type=click.Path(path_type=Path))
@click.option(
    "--marked",
    type=click.Path(path_type=Path),
    metavar="FILE.xlsx",
    help="Write a copy of the list in which every problem is marked at its cell.",
)
@click.option("--force", is_flag=True, help="Replace the copy if it exists.")
@saying_options
@reading_options
@json_option
def check(
    source: Path, *, marked: Path | None, force: bool, as_json: bool, **options: object
) -> None:
    """Show what LIST holds, and every problem in it, by sheet and cell."""
    with reported_errors(as_json=as_json):
        from allocator.answers import check_answer  # noqa: PLC0415 - loaded when needed
        from allocator.cli.marking import checked  # noqa: PLC0415 - loads openpyxl
        from allocator.cli.summary import print_check  # noqa: PLC0415 - loads rich

        workshop, plan = checked(source, marked, options, force=force)
        answer = check_answer(workshop, plan)
        if as_json:
            print_json(answer)
        else:
            print_check(workshop, answer)
