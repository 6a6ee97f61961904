"""``allocator template``: an empty list to fill in."""

from pathlib import Path

import click

from allocator.cli.options import output_options
from allocator.cli.terminal import reported_errors
from allocator.language import LANGUAGES


@click.command()
@output_options
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language of headings and instructions.",
)
def template(output: Path, *, force: bool, language: str) -> None:
    """Write an empty list with drop-downs, to be filled in with Excel."""
    with reported_errors(as_json=False):
        from allocator.cli.request import require_new_workbook  # noqa: PLC0415 - loads openpyxl
        from allocator.rosters import write_template  # noqa: PLC0415 - as above

        output = output / "delegations.xlsx" if output.is_dir() else output
        require_new_workbook(output, ())
        write_template(output, language=language, force=force)
        click.echo(f"Template written to {output}. Fill in the first sheet and save it.")
