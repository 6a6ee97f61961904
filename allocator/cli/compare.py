"""``allocator compare``: two versions of rosters side by side."""

from pathlib import Path

import click

from allocator.cli.options import json_option
from allocator.cli.terminal import print_json, reported_errors


@click.command()
@click.argument("old", metavar="OLD.xlsx", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW.xlsx", type=click.Path(path_type=Path))
@json_option
def compare(old: Path, new: Path, *, as_json: bool) -> None:
    """Show who moved, joined and left between OLD.xlsx and NEW.xlsx, and every goal in both.

    Both are counted from the sheets of the groups, without the solver.
    """
    with reported_errors(as_json=as_json):
        from allocator.answers import compare_answer  # noqa: PLC0415 - loaded when needed
        from allocator.comparison import compared  # noqa: PLC0415 - as above
        from allocator.rosters import read_rosters  # noqa: PLC0415 - loads openpyxl

        comparison = compared(read_rosters(old), read_rosters(new))
        if as_json:
            print_json(compare_answer(comparison))
        else:
            from allocator.cli.changes import print_comparison  # noqa: PLC0415 - loads rich

            print_comparison(comparison)
