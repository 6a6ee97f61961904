"""Rosters that somebody changed by hand: what that did, in a few lines instead of cell by cell."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click
from rich import box
from rich.table import Table
from rich.text import Text

from allocator.allocation import Outcome
from allocator.audit import recounted
from allocator.cli.terminal import print_findings, print_tables
from allocator.explain import counted, goal_title, headline
from allocator.findings import Finding
from allocator.rosters.verification import Check


def print_edited(check: Check, outcome: Outcome) -> None:
    """Broken rules, each change, the sheets that are behind, and every goal before and now.

    What it breaks goes to standard error, the balance and what to do to standard output.
    """
    print_findings((*check.breaches, *outcome.edits))
    for line in _sheets_behind(check.misprints):
        click.echo(line, err=True)
    print_tables(_balance(outcome))
    if not check.breaches:
        click.echo("The change breaks no rule.")
    if not outcome.sessions:
        file = f'"{outcome.source.file}"' if " " in outcome.source.file else outcome.source.file
        click.echo("To have every sheet say what the rosters of the groups say, give today's list:")
        click.echo(f"  allocator rebalance {file} --list LIST --max-moves 0 -o NEXT.xlsx")


def _sheets_behind(misprints: Sequence[Finding]) -> Iterator[str]:
    """One line for the sheets that still show what was there before; a single cell by its place."""
    if len(misprints) == 1:
        yield str(misprints[0])
    elif misprints:
        cells = Counter(each.place.sheet for each in misprints)
        sheets = ", ".join(f'"{title}" ({number})' for title, number in cells.items())
        first = misprints[0]
        yield (
            f"{first.severity}[{first.code}]: {first.place.file}: these sheets do not say what the "
            f"rosters of the groups give, in so many cells: {sheets}; --json has them all"
        )


def _balance(outcome: Outcome) -> Table:
    """Every goal as the workbook records it, and as its rosters are now."""
    now = recounted(outcome)
    table = Table(
        title=Text(headline(now, "en")),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
    )
    table.add_column("Goal")
    table.add_column("Recorded", justify="right")
    table.add_column("Now", justify="right")
    for before, after in zip(outcome.scores, now.scores, strict=True):
        values = [counted(score.value, score.unit, "en") for score in (before, after)]
        style = "yellow" if after.value > before.value else ""
        table.add_row(Text(goal_title(after.name, "en")), *values, style=style)
    return table
