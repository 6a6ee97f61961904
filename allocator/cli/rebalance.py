"""``allocator rebalance``: rosters and a new list in, the next version of the rosters out."""

from pathlib import Path

import click

from allocator.cli.options import (
    json_option,
    output_options,
    reading_options,
    renewing_options,
)
from allocator.cli.terminal import print_json, reported_errors
from allocator.memory import SOLVER, require_memory

#: More people than any list holds.
MOST = 10_000_000


@click.command()
@click.argument("rosters", metavar="ROSTERS.xlsx", type=click.Path(path_type=Path))
@click.option(
    "--list",
    "new_list",
    type=click.Path(path_type=Path),
    metavar="NEW",
    help="The whole new list: whoever is not on it has withdrawn.",
)
@click.option(
    "--add",
    "late_list",
    type=click.Path(path_type=Path),
    metavar="LATE",
    help="Only what is to be added: more people of a delegation, or new delegations.",
)
@output_options
@click.option(
    "--max-moves",
    type=click.IntRange(0, MOST),
    metavar="N",
    help="Take the best rosters with at most N people moved; 0: nobody moves.",
)
@click.option(
    "--tolerance",
    type=click.IntRange(0, MOST),
    metavar="N",
    default=2,
    show_default=True,
    help="By how much sizes and small delegations may differ before somebody is moved.",
)
@click.option(
    "--frontier",
    type=click.IntRange(0, MOST),
    metavar="N",
    default=10,
    show_default=True,
    help="How many numbers of moves to show between the fewest and the best.",
)
@renewing_options
@reading_options
@json_option
def rebalance(
    rosters: Path, output: Path, *, force: bool, as_json: bool, **options: object
) -> None:
    """Take late registrations and withdrawals into ROSTERS.xlsx, moving the fewest people.

    Give the whole new list with --list, or only the additions with --add.
    """
    with reported_errors(as_json=as_json):
        require_memory(SOLVER)
        from allocator.answers import rebalance_answer  # noqa: PLC0415 - loaded when needed
        from allocator.cli.keeping import written  # noqa: PLC0415 - openpyxl
        from allocator.cli.placing import placed, require_place  # noqa: PLC0415 - as above
        from allocator.cli.renewal import renewed, require_one_list  # noqa: PLC0415 - ortools
        from allocator.cli.request import require_new_workbook  # noqa: PLC0415 - openpyxl

        source = require_one_list(options)
        inputs = (rosters, source, options["settings_file"])
        require_new_workbook(output, inputs)  # type: ignore[arg-type] # a path by its option
        require_place(output, force=force)
        outcome = renewed(rosters, source, options)
        file = placed(output, outcome)
        if file != output:
            require_new_workbook(file, inputs)  # type: ignore[arg-type] # as above
        outcome = written(outcome, file, force=force)
        if as_json:
            print_json(rebalance_answer(outcome))
        else:
            from allocator.cli.changes import print_rebalance  # noqa: PLC0415 - loads rich

            print_rebalance(outcome, file)
