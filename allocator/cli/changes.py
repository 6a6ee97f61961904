"""What changed between two versions of rosters, for people to read at a glance."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich import box
from rich.table import Table
from rich.text import Text

from allocator.allocation import Outcome
from allocator.changes import Changes
from allocator.cli.terminal import balance_table, groups_tables, print_notices, print_tables
from allocator.comparison import Comparison, GoalChange
from allocator.explain import (
    change_rows,
    counted,
    frontier_rows,
    goal_title,
    headline,
    told_lines,
)
from allocator.language import word

#: Changes shown on the terminal; the workbook has them all.
MOST_CHANGES = 12
#: Goals for which a line of the frontier has room, on 80 characters.
MOST_GOALS = 5


def print_rebalance(outcome: Outcome, output: Path) -> None:
    """The groups, the balance, the frontier, who is to be told, and where the rosters are."""
    print_notices(outcome.workshop.notices)
    tables = [*groups_tables(outcome), balance_table(outcome, headline(outcome, "en"))]
    if outcome.changes and len(outcome.changes.frontier) > 1:
        tables.append(_frontier_table(outcome))
    print_tables(*tables)
    if outcome.changes:
        _print_changes(outcome.changes)
    if outcome.stopped:
        click.echo("Stopped, not proven: the best roster found so far was kept.")
    click.echo(f"Version {outcome.version} of the rosters written to {output}.")


def print_comparison(comparison: Comparison) -> None:
    """Who moved, joined and left, all of them, and every goal before and after."""
    for notice in comparison.notices:
        click.echo(str(notice), err=True)
    old, new = comparison.old, comparison.new
    table = _table(f"Version {old.version} and version {new.version}")
    table.add_column("Goal")
    table.add_column("Before", justify="right")
    table.add_column("After", justify="right")
    for goal in comparison.goals:
        table.add_row(Text(goal_title(goal.name, "en")), *_before_and_after(goal))
    print_tables(table)
    _print_changes(comparison.changes, most=None)


def _before_and_after(goal: GoalChange) -> Iterator[str]:
    for value in (goal.before, goal.after):
        yield "–" if value is None else counted(value, goal.unit, "en")


def _print_changes(changes: Changes, *, most: int | None = MOST_CHANGES) -> None:
    rows = change_rows(changes)
    if rows:
        table = _table("Changes")
        table.add_column("")
        table.add_column("Delegation")
        if any(row.name for row in rows):
            table.add_column("Delegate")
        table.add_column("People", justify="right")
        table.add_column("From")
        table.add_column("To")
        for row in rows[:most]:
            name = [Text(row.name)] if any(each.name for each in rows) else []
            table.add_row(
                word("en", f"changes.{row.kind}"),
                Text(row.delegation),
                *name,
                str(row.people),
                Text(row.origin),
                Text(row.target),
            )
        print_tables(table)
    if most is not None and len(rows) > most:
        click.echo(f"… and {len(rows) - most} more; the sheet Changes has them all.\n")
    for line in told_lines(changes, "en"):
        click.echo(line)


def _frontier_table(outcome: Outcome) -> Table:
    """The frontier: a line for each number of moves, a column for each goal.

    Of many goals it has the first of those that more moves change.
    """
    rows = frontier_rows(outcome, "en")
    proven = "each line proven" if all(row.proven for row in rows) else "not all proven"
    table = _table(f"What more moves would give ({proven}; → is taken)")
    table.add_column("Moves", justify="right")
    table.add_column("People per group", no_wrap=True)
    names = list(rows[0].goals)
    if len(names) > MOST_GOALS:
        names = [name for name in names if len({row.goals[name] for row in rows}) > 1] or names
    names = names[:MOST_GOALS]
    for name in names:
        title = goal_title(name, "en")
        table.add_column(Text(title), justify="right", min_width=max(map(len, title.split())))
    for row in rows:
        goals = [str(row.goals[name]) for name in names]
        moves = f"→ {row.moves}" if row.chosen else str(row.moves)
        table.add_row(moves, row.sizes, *goals, style="bold" if row.chosen else "")
        if not row.is_best:
            table.caption = Text("→ is the best within the tolerance.", justify="left")
    return table


def _table(title: str) -> Table:
    return Table(title=Text(title), title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
