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
from allocator.cli.terminal import balance_table, groups_table, print_notices, print_tables
from allocator.explain import Held, KeptRule, headline, held_sentence, region_label
from allocator.planning import choice_of
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


def print_allocation(outcome: Outcome, others: list[Outcome], output: Path) -> None:
    """The groups, the balance with the best possible beside it, and where the rosters are."""
    print_notices(outcome.workshop.notices)
    sessions = range(1, outcome.plan.sessions + 1)
    print_tables(
        *(
            groups_table(outcome.session(number), f"Session {number}" if len(sessions) > 1 else "")
            for number in sessions
        ),
        balance_table(outcome, headline(outcome, "en")),
    )
    for other in others:
        print_tables(balance_table(other, f"Compared with: {headline(other, 'en')}"))
    if others:
        click.echo(_why(outcome))
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


def _why(outcome: Outcome) -> str:
    choice = choice_of(outcome.workshop, outcome.workshop.settings)
    fits = choice.largest <= choice.most
    return (
        f"{'Two' if fits else 'Three'} groups: two have up to {choice.largest} people each, and "
        f"{'up to' if fits else 'no more than'} {choice.most} are wanted (--max-group-size). "
        "Choose yourself with -g 2 or -g 3."
    )
