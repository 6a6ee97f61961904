"""A command as click knows it: how it is called, what it does, and its options."""

import click

from allocator.cli import main
from from_program.markdown import code, prose, table

#: A bound from here on is never met, and not told.
FAR = 1_000_000
#: With more words to choose from, a list stands in place of the option's value.
MOST_WORDS = 4


def commands() -> dict[str, click.Command]:
    """The commands of the program by name, in the order of its help."""
    return dict(main.commands) if isinstance(main, click.Group) else {}


def command_of(name: str) -> click.Command:
    """The command of a name.

    Raises:
        KeyError: when there is none.
    """
    return commands()[name]


def options_of(name: str) -> str:
    """How a command is called, its help, and a table of its options.

    Raises:
        KeyError: when there is no such command.
    """
    command = command_of(name)
    context = click.Context(command, info_name=f"allocator {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    rows = [_row(each) for each in command.params if isinstance(each, click.Option)]
    help_text = (command.help or "").replace("\b", "")
    return "\n\n".join(
        [
            f"```text\nallocator {name} {usage}\n```",
            *(prose(" ".join(each.split())) for each in help_text.split("\n\n")),
            table(("option", "meaning", "default"), rows),
        ]
    )


def _row(option: click.Option) -> tuple[str, str, str]:
    """An option with its value, what it means, and what holds without it."""
    words = option.type.choices if isinstance(option.type, click.Choice) else ()
    value = "" if option.is_flag else _value(option)
    names = ", ".join(map(code, [*option.opts[:-1], f"{option.opts[-1]} {value}".strip()]))
    meaning = prose(option.help or "")
    if len(words) > MOST_WORDS:
        meaning += f" One of {', '.join(map(code, words))}."
    return names, meaning + _range(option.type), _default(option)


def _value(option: click.Option) -> str:
    """The value as the table writes it: the words to choose from, or what it stands for."""
    if isinstance(option.type, click.Choice) and len(option.type.choices) <= MOST_WORDS:
        return "|".join(option.type.choices)
    given = option.metavar or ("FILE" if isinstance(option.type, click.Path) else "")
    return given or ("N" if _bounds(option.type) else "NAME")


def _bounds(kind: object) -> tuple[float | None, float | None] | None:
    """The least and the most of a number; nothing where it is none."""
    if isinstance(kind, click.IntRange | click.FloatRange):
        return kind.min, kind.max
    return None


def _range(kind: object) -> str:
    """The bounds of a number in words, those that need saying."""
    least, most = _bounds(kind) or (None, None)
    if most is not None and most < FAR:
        return f" {least:,} to {most:,}."
    return f" At least {least:,}." if least else ""


def default_text(told: str) -> str:
    """A default as it is typed, or in words."""
    return prose(told) if " " in told else code(told)


def _default(option: click.Option) -> str:
    if option.required:
        return "required"
    if isinstance(option.show_default, str):
        return default_text(option.show_default)
    return code(str(option.default)) if option.show_default else ""
