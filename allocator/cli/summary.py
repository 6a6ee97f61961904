"""What a command says when it is done, for people to read at a glance."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.table import Table
from rich.text import Text

from allocator.allocation import Outcome
from allocator.alternatives import Alternatives
from allocator.cli.terminal import balance_table, groups_tables, print_notices, print_tables
from allocator.explain import (
    Held,
    KeptRule,
    alternative_columns,
    alternative_rows,
    headline,
    held_sentence,
    region_label,
    why_taken,
)
from allocator.language import word
from allocator.workshop import Workshop


def print_check(workshop: Workshop, answer: dict[str, Any]) -> None:
    """The counts of a list, and its notices."""
    for notice in workshop.notices:
        click.echo(str(notice), err=True)
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Region")
    table.add_column("Delegations", justify="right")
    table.add_column("People", justify="right")
    for region, count in answer["regions"].items():
        counts = (str(count["delegations"]), str(count["delegates"]))
        table.add_row(Text(region_label(region, "en")), *counts)
    click.echo(
        f"{workshop.source.file}: {answer['delegations']} delegations, {answer['delegates']} "
        f"delegates; {answer['small']} of the delegations are small. No problem found."
    )
    print_tables(table)


def print_allocation(outcome: Outcome, choice: Alternatives | None, output: Path) -> None:
    """The groups, the balance with the best possible beside it, and where the rosters are."""
    print_notices(outcome.workshop.notices)
    if choice is None:
        print_tables(*_session_tables(outcome), balance_table(outcome, headline(outcome, "en")))
    else:
        _print_choice(choice)
    if outcome.stopped:
        click.echo("Stopped, not proven: the best roster found so far was kept.")
    click.echo(f"Rosters written to {output} (seed {outcome.plan.seed}).")


def print_reasons(rules: Sequence[KeptRule], goals: Sequence[Held]) -> None:
    """Every rule with whether it is kept, and for every goal what holds it."""
    table = Table(box=box.SIMPLE_HEAD)
    for heading in ("", "Rule", "Where"):
        table.add_column(heading)
    for rule in rules:
        word = Text("broken", style="red") if rule.breaches else Text("kept", style="green")
        place = replace(rule.place, file="")
        table.add_row(word, Text("\n".join((rule.sentence, *rule.breaches))), Text(str(place)))
    print_tables(table)
    for held in goals:
        click.echo(held_sentence(held))


def _print_choice(choice: Alternatives) -> None:
    """The groups that were taken, all numbers side by side where others were tried, and why."""
    taken = choice.taken
    title, sessions = headline(taken, "en"), _session_tables(taken)
    several, beside = len(sessions) > 1, len(choice.tried) > 1
    if not several:
        print_tables(*sessions)
    if beside:
        click.secho(title, bold=True)
        print_tables(_alternatives_table(choice))
    elif not several:
        print_tables(balance_table(taken, title))
    click.echo(why_taken(choice, "en"))
    if choice.others:
        numbers = " or ".join(str(other.plan.k) for other in choice.others)
        click.echo(f"Choose yourself with -g {numbers}, or with --max-group-size.")
    if several:
        # The comparison is of one session: the goals of all of them, with the meetings, are not
        # in it.
        print_tables(*sessions, balance_table(taken, "" if beside else title))


def _session_tables(outcome: Outcome) -> list[Table]:
    """The groups of each session, headed by its number where there are several."""
    if outcome.plan.sessions == 1:
        return [*groups_tables(outcome)]
    return [
        table
        for number in range(1, outcome.plan.sessions + 1)
        for table in groups_tables(outcome.session(number), f"Session {number}")
    ]


def _alternatives_table(choice: Alternatives) -> Table:
    """The numbers of groups side by side, a column for each; the one that was taken is marked."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("")
    for column in alternative_columns(choice, "en"):
        heading = Text(f"→ {column.title}" if column.taken else column.title)
        style = "bold" if column.taken else ""
        table.add_column(heading, justify="right", style=style)
    *rows, proof = alternative_rows(choice, "en")
    first_goal = next((row for row in rows if row.is_goal), None)
    for row in rows:
        if row is first_goal:
            table.add_section()
            table.add_row(Text(word("en", "choice.goals"), style="italic"))
        # The user's own words are Text: as plain strings, brackets in them would be markup.
        table.add_row(Text(row.title), *map(Text, row.cells))
    table.add_section()
    table.add_row(Text(proof.title), *map(Text, proof.cells))
    return table
