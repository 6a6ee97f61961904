"""How a list is to be read, where the user knows better than the program."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from allocator.errors import UsageProblem
from allocator.findings import column_number, quoted
from allocator.text import say
from allocator.vocabulary import words

#: Rows of a list, unless the user raises it.
MAX_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the user says about a list; what is empty is left to the program.

    ``sheet`` is the name of the sheet that holds the list, ``encoding`` that of a text file as
    Python names it. ``columns``: field (``delegation``, ``delegates``, ``region``, ...) -> letters
    of the column that it stands in, or ``""`` when no column is to be read as it. ``max_rows`` is
    how many rows, inclusive, the list may have below its header.
    """

    sheet: str = ""
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    max_rows: int = MAX_ROWS

    def __post_init__(self) -> None:
        """Refuse fields and columns that do not exist.

        Raises:
            UsageProblem: naming the first that is wrong.
        """
        taken: dict[int, str] = {}
        for name, letters in self.columns.items():
            if name not in fields():
                message = say(
                    "there is no field {name}. The fields are: {fields}.",
                    name=quoted(name),
                    fields=", ".join(fields()),
                )
                raise UsageProblem(message)
            number = column_number(letters) if letters else 0
            if letters and not number:
                message = say(
                    "{letters} is no column. Write its letters, such as B or AA.",
                    letters=quoted(letters),
                )
                raise UsageProblem(message)
            if number and number in taken:
                message = say(
                    "column {letters} cannot be both {first} and {second}.",
                    letters=letters,
                    first=taken[number],
                    second=name,
                )
                raise UsageProblem(message)
            taken[number] = name

    @property
    def indices(self) -> Mapping[str, int]:
        """Field -> index of its column, from 0, for the fields whose column was chosen."""
        return {name: column_number(text) - 1 for name, text in self.columns.items() if text}

    @property
    def unread(self) -> frozenset[str]:
        """The fields that no column is to be read as."""
        return frozenset(name for name, letters in self.columns.items() if not letters)


def fields() -> tuple[str, ...]:
    """The fields that a column of a list can be read as, the most important first."""
    return tuple(words("headings"))
