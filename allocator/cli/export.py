"""``allocator export``: the rosters as another system takes them."""

from pathlib import Path

import click

from allocator.cli.terminal import print_notices, reported_errors
from allocator.errors import UsageProblem
from allocator.exports.catalog import FORMATS
from allocator.language import LANGUAGES


@click.command()
@click.argument("rosters", metavar="ROSTERS.xlsx", type=click.Path(path_type=Path))
@click.option(
    "--to", "name", type=click.Choice(tuple(FORMATS)), required=True, help="What the file is for."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="File to write, or a folder for it.",
)
@click.option("--force", is_flag=True, help="Replace the output if it exists.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    show_default="that of the rosters",
    help="The language of headings and sentences.",
)
@click.option(
    "--session",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    metavar="N",
    help="Of several sessions, the one to write.",
)
def export(  # noqa: PLR0913 - one parameter per option
    rosters: Path, *, name: str, output: Path, force: bool, language: str | None, session: int
) -> None:
    """Write ROSTERS.xlsx in the form that another system takes: Zoom, a mail merge, a calendar ...

    People without what the form needs are left out, and told; rosters without it are refused.
    """
    with reported_errors(as_json=False):
        from allocator.cli.placing import placed, require_place  # noqa: PLC0415 - as above
        from allocator.exports.making import exported, known  # noqa: PLC0415 - loads openpyxl
        from allocator.rosters import read_rosters  # noqa: PLC0415 - as above
        from allocator.rosters.files import put  # noqa: PLC0415 - as above

        ending = known(name).ending if output.is_dir() else output.suffix.casefold()
        known(name, ending or "-")
        if output.exists() and rosters.exists() and output.samefile(rosters):
            message = f"{output.name} is the file to be read and would be lost. Give another name."
            raise UsageProblem(message)
        require_place(output, force=force)
        outcome = read_rosters(rosters)
        what = f"{name}-s{session}" if session > 1 else name
        output = placed(output, outcome, what, ending)
        made = exported(outcome, name, ending=ending, language=language or "", session=session)
        put(output, made.content, force=force)
        print_notices((*outcome.edits, *made.notices))
        click.echo(f"{name} written to {output}.")
