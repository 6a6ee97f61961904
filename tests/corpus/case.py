"""A named case of bad input: the file that it makes, and what the program must do with it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One error: its code, where it is told to stand, and what the file holds there.

    ``where`` reads as on the terminal, without the file and, in a list, without the sheet: ``cell
    B2``, ``line 3, column A``; it is empty for the whole file. ``holds`` is a piece of the raw
    file.
    """

    code: str
    where: str = ""
    holds: str = ""

    def __str__(self) -> str:
        """The problem as the table of cases shows it."""
        return f"{self.code} {self.where}".strip()


#: The numbers of the contract: lists from 1 to 108, and versions of rosters from R1 to R12.
NUMBERS = (*map(str, range(1, 109)), *(f"R{number}" for number in range(1, 13)))
#: What a case may take at most: seconds of the processor, and bytes of memory.
PATIENCE = 20
MEMORY = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A file, and what the program must do with it.

    ``number`` counts within the contract, where one number may stand for several files. With
    ``problems`` the file is refused; else it is accepted with just these codes of ``notices``, and
    ``read`` are its delegations, if they are worth a look. ``says`` stands in what is told.
    A case that is ``apart`` threatens the process that reads it, so that a child does. A list that
    is too large to be allocated within a test is ``checked`` alone.
    """

    number: int
    name: str
    make: Callable[[Path], Path]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    read: tuple[tuple[str, int], ...] = ()
    says: str = ""
    options: tuple[str, ...] = ()
    apart: bool = False
    checked: bool = False

    @property
    def expected(self) -> str:
        """Exit code, errors with their places, or notices, as the table of cases shows them."""
        told = "; ".join(map(str, self.problems)) or " ".join(self.notices)
        return f"{3 if self.problems else 0} {told}".strip()
