"""``allocator allocate``: a list in, rosters out."""

from pathlib import Path

import click

from allocator.cli.options import (
    json_option,
    output_options,
    reading_options,
    saying_options,
    time_limit_option,
)
from allocator.cli.terminal import LiveLine, print_json, reported_errors
from allocator.memory import SOLVER, require_memory


@click.command()
@click.argument("source", metavar="LIST", type=click.Path(path_type=Path))
@output_options
@click.option(
    "--seating",
    type=click.Choice(["spread", "whole"]),
    show_default="spread",
    help="A delegation is heard in every group, or sits in one.",
)
@click.option(
    "--balance",
    multiple=True,
    metavar="COLUMN",
    help="Balance this column too; may be given several times.",
)
@click.option("--priority", metavar="A,B,C", help="Goals to serve before all others.")
@click.option(
    "--sessions",
    type=click.IntRange(1, 6),
    metavar="N",
    show_default="1",
    help="Sessions in groups: each balanced as one is, and with new encounters.",
)
@click.option(
    "--seed",
    type=click.IntRange(0),
    show_default="1",
    help="Decides the draw among equal delegations.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    show_default="1",
    help="Threads of the search; with more, the roster may differ each time.",
)
@time_limit_option
@saying_options
@reading_options
@json_option
def allocate(source: Path, output: Path, *, force: bool, as_json: bool, **options: object) -> None:
    """Split the delegations of LIST into groups and write the rosters."""
    with reported_errors(as_json=as_json):
        require_memory(SOLVER)
        from allocator.answers import allocation_answer  # noqa: PLC0415 - loaded when needed
        from allocator.cli.job import solved  # noqa: PLC0415 - loads ortools
        from allocator.cli.keeping import written  # noqa: PLC0415 - openpyxl
        from allocator.cli.placing import placed, require_place  # noqa: PLC0415 - as above
        from allocator.cli.request import read, require_new_workbook  # noqa: PLC0415 - as above

        inputs = (source, options["settings_file"])
        require_new_workbook(output, inputs)  # type: ignore[arg-type] # a path by its option
        require_place(output, force=force)
        outcome, choice = solved(read(source, options), LiveLine())
        file = placed(output, outcome)
        if file != output:
            require_new_workbook(file, inputs)  # type: ignore[arg-type] # as above
        outcome = written(outcome, file, force=force)
        if as_json:
            print_json(allocation_answer(outcome, choice))
        else:
            from allocator.cli.summary import print_allocation  # noqa: PLC0415 - loads rich

            print_allocation(outcome, choice, file)
