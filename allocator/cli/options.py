"""Options that several commands share, declared once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from allocator.language import LANGUAGES

Command = TypeVar("Command", bound=Callable[..., Any])

_READING = (
    click.option(
        "--sheet",
        metavar="NAME",
        help="The sheet that holds the list, if the program picks another.",
    ),
    click.option(
        "--encoding", help="The encoding of a text file that is not UTF-8, such as cp1252."
    ),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=LETTER",
        help="Read this column as this field, such as delegation=B; nothing behind = is no column.",
    ),
    click.option(
        "--max-rows",
        type=click.IntRange(1, 100_000),
        default=10_000,
        show_default=True,
        help="The longest list that is read, in rows.",
    ),
)


def reading_options(command: Command) -> Command:
    """``--sheet``, ``--encoding``, ``--column``, ``--max-rows``: how a list is read."""
    return _with(command, _READING)


def saying_options(command: Command) -> Command:
    """What every command that reads a list lets the user say about the session."""
    return _with(command, _saying())


def renewing_options(command: Command) -> Command:
    """The same and ``--time-limit``, where what is not said is as in the rosters."""
    kept = "that of the rosters"
    return _with(command, (_time_limit(kept), *_saying(kept)))


def time_limit_option(command: Command) -> Command:
    """``--time-limit``: how long a search may take."""
    return _with(command, (_time_limit("60"),))


def json_option(command: Command) -> Command:
    """``--json``: exactly one JSON object on standard output."""
    return _with(
        command,
        (click.option("--json", "as_json", is_flag=True, help="Print one JSON object."),),
    )


def output_options(command: Command) -> Command:
    """``-o`` and ``--force``: where a workbook is written."""
    output = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        required=True,
        help="Workbook to write, or a folder for it.",
    )
    force = click.option("--force", is_flag=True, help="Replace the output if it exists.")
    return _with(command, (output, force))


def _time_limit(default: str) -> Callable[[Command], Command]:
    return click.option(
        "--time-limit",
        type=click.FloatRange(min=0, min_open=True),
        metavar="S",
        show_default=default,
        help="Seconds after which the best roster so far is kept.",
    )


def _saying(kept: str = "") -> tuple[Callable[[Command], Command], ...]:
    """What can be said of a session; ``kept`` is what holds without it, else the defaults do."""
    settings = click.option(
        "--settings",
        "settings_file",
        type=click.Path(path_type=Path),
        help="A TOML file with meeting, rooms and any of these options.",
    )
    language = click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        show_default=kept or "that of the list's headings",
        help="The language of the rosters, and of the names of States in them.",
    )
    return (*_numbers_of_groups(kept), settings, language, *_small_delegations(kept))


def _numbers_of_groups(kept: str) -> tuple[Callable[[Command], Command], ...]:
    return (
        click.option(
            "-g",
            "--groups",
            metavar="2|3|N|2,3|auto",
            show_default=kept or "auto",
            help="How many groups; of several numbers such as 2,3 one is taken, and auto is 2,3.",
        ),
        click.option(
            "--max-group-size",
            type=click.IntRange(1),
            metavar="N",
            show_default=kept or "40",
            help="Of several numbers the least with at most N people in a group, else the largest.",
        ),
    )


def _small_delegations(kept: str) -> tuple[Callable[[Command], Command], ...]:
    return (
        click.option(
            "--small",
            type=click.IntRange(0),
            metavar="N",
            show_default=kept or "groups less one",
            help="A delegation of at most N people is small.",
        ),
        click.option(
            "--small-seating",
            type=click.Choice(["together", "apart"]),
            show_default=kept or "together",
            help="A small delegation sits in one group, or its people in different ones.",
        ),
    )


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
