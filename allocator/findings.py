"""What reading a list found, each with its exact place."""

from dataclasses import dataclass
from enum import StrEnum

from allocator.text import Text, joined, say


class Severity(StrEnum):
    """How much a finding matters: an error refuses the list, a notice only tells."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in a file something stands; what is unknown is empty or 0.

    Rows and columns count from 1, as Excel shows them. A text file has no sheet: its row is a line.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The name Excel gives the cell: ``B7``, or ``""`` when row or column is unknown."""
        return f"{column_letters(self.column)}{self.row}" if self.row and self.column else ""

    def __str__(self) -> str:
        """The place as a message names it: ``list.xlsx, sheet "Delegations", cell B7``.

        It is a ``Text``, which can be told in every language.
        """
        parts: list[object] = [self.file] if self.file else []
        if self.sheet:
            parts.append(say('sheet "{sheet}"', sheet=self.sheet))
        if self.row and self.column and self.sheet:
            parts.append(say("cell {cell}", cell=self.cell))
        elif self.row and self.column:
            # In a spreadsheet, and for --column, the columns of a text file have letters too.
            letters = column_letters(self.column)
            parts.append(say("line {line}, column {column}", line=self.row, column=letters))
        elif self.row and self.sheet:
            parts.append(say("row {row}", row=self.row))
        elif self.row:
            parts.append(say("line {line}", line=self.row))
        return joined(", ", parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that reading found: an error that refuses the list, or a notice.

    ``message`` says what was found, what is wanted and what to do; the place is not part of it.
    ``found`` is the offending text as the file has it, empty when there is none.
    """

    severity: Severity
    code: str
    message: str
    place: Place = Place()
    found: str = ""

    def __str__(self) -> str:
        """The finding as one line: ``error[E-COUNT]: list.xlsx, cell B7: ...``.

        Whatever of the file it repeats, a line break in it is none here.
        """
        where = f"{self.place}: " if str(self.place) else ""
        return printable(f"{self.severity}[{self.code}]: {where}{self.message}")


def column_letters(column: int) -> str:
    """The letters Excel gives a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number, from 1, of the column with these letters in Excel; 0 when they are none."""
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return 0
        number = 26 * number + ord(letter) - ord("A") + 1
    return number if len(letters) <= 3 else 0  # noqa: PLR2004 - Excel ends at XFD


def printable(text: str) -> str:
    """The text with a dot for each character that cannot be shown in a line."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else "·" for character in text)


def quoted(text: object) -> Text:
    """The text between quotation marks, printable and cut to 40 characters."""
    if isinstance(text, Text):
        return say('"{text}"', text=text)
    shown = printable(str(text))
    return say('"{text}"', text=f"{shown[:40]}…" if len(shown) > 40 else shown)  # noqa: PLR2004 - design's cut
