"""Tables in Markdown."""

import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar in a cell stays a character, and a line break does not end the row."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def code(text: str) -> str:
    """Text as it is typed."""
    return f"`{text}`" if text else ""


def prose(text: str) -> str:
    """A sentence of the program, of which no character means anything in Markdown.

    Words in double backticks, as docstrings have them, and options are set as code.
    """
    parts = re.split(r"(``[^`]+``|`[^`]+`|(?<![\w-])(?:--[a-z]+(?:-[a-z]+)*|-[a-z]\b(?!-)))", text)
    return "".join(
        code(each.strip("`")) if number % 2 else re.sub(r"([\\*_<>\[\]#~$])", r"\\\1", each)
        for number, each in enumerate(parts)
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
