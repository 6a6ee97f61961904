"""Options that several commands share, declared once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from allocator.language import LANGUAGES

Command = TypeVar("Command", bound=Callable[..., Any])

_READING = (
    click.option("--sheet", help="The sheet that holds the list, if the program picks another."),
    click.option("--encoding", help="The encoding of a CSV that is not UTF-8, such as cp1252."),
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

_SAYING = (
    click.option(
        "-g",
        "--groups",
        metavar="2|3|N|2,3|auto",
        help="How many groups; of several numbers, the best is taken [auto: 2 or 3].",
    ),
    click.option(
        "--settings",
        "settings_file",
        type=click.Path(path_type=Path),
        help="A TOML file with meeting, rooms and any of these options.",
    ),
    click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        help="The language of the rosters; by default that of the list's headers.",
    ),
    click.option(
        "--small",
        type=click.IntRange(0),
        metavar="N",
        help="Delegations of at most N people are small; by default fewer than groups.",
    ),
    click.option(
        "--small-seating",
        type=click.Choice(["together", "apart"]),
        help="Small delegations sit in one group (default) or their people apart.",
    ),
    click.option(
        "--max-group-size",
        type=click.IntRange(1),
        metavar="N",
        help="With -g auto or 2,3: the smallest number with at most N people in a group [40].",
    ),
)


def reading_options(command: Command) -> Command:
    """``--sheet``, ``--encoding``, ``--column``, ``--max-rows``: how a list is read."""
    return _with(command, _READING)


def saying_options(command: Command) -> Command:
    """What every command that reads a list lets the user say about the session."""
    return _with(command, _SAYING)


def time_limit_option(command: Command) -> Command:
    """``--time-limit``: how long a search may take."""
    option = click.option(
        "--time-limit",
        type=click.FloatRange(min=0, min_open=True),
        metavar="S",
        help="Seconds after which the best roster so far is kept [60].",
    )
    return _with(command, (option,))


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


def _with(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
