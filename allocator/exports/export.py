"""One format of the rosters for another system: what it is called, needs and makes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from allocator.text import Text

if TYPE_CHECKING:
    from allocator.rosters.edition import Edition

#: From an edition to the bytes of a file.
Make = Callable[["Edition"], bytes]


class Need(StrEnum):
    """What rosters must have for a format to be of use; without it the format is refused."""

    PEOPLE = "people"
    EMAIL = "e-mail"
    CHANGES = "changes"


def nothing(_edition: "Edition") -> Iterable[Text]:
    """What most formats lack, and what they have to remark."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format by the name that ``--to`` takes.

    ``make`` gives the file that ends in ``ending`` (with its dot); ``others``: further endings ->
    what makes them. ``needs`` is checked before; where only some people have an e-mail address,
    ``make`` gets everybody, leaves out the others, and a notice tells how many they are.
    ``lacks`` says what else is missing, ``remarks`` are notices of the format's own. The edition is
    that of one session, or with ``whole`` that of all.
    """

    name: str
    about: Text
    ending: str
    make: Make
    others: Mapping[str, Make] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
    lacks: Callable[["Edition"], Iterable[Text]] = nothing
    remarks: Callable[["Edition"], Iterable[Text]] = nothing
    whole: bool = False

    @property
    def endings(self) -> tuple[str, ...]:
        """How its files may end, the usual one first."""
        return (self.ending, *self.others)

    def making(self, ending: str) -> Make:
        """What makes a file of one of its endings.

        Raises:
            KeyError: when it has no such ending.
        """
        return self.make if ending == self.ending else self.others[ending]
