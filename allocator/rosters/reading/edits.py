"""What somebody changed by hand: told as notices, and kept."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, quoted
from allocator.remarks.wording import notice
from allocator.text import say

#: Ends the notices about what stands on a roster and in another way elsewhere.
_COUNTS = say("The roster counts.")


class Edits:
    """The edits of one workbook, in the order in which they were found."""

    def __init__(self) -> None:
        """Start without any."""
        self._notices: list[Finding] = []

    @property
    def notices(self) -> tuple[Finding, ...]:
        """All of them."""
        return tuple(self._notices)

    def seats_moved(
        self, place: Place, name: str, here: Sequence[int], there: Sequence[int], sheet: str
    ) -> None:
        """A delegation's people sit in other groups than the list of delegations says."""
        self._tell(
            place,
            say(
                "{name} has {here} people in the groups on the rosters, and {there} in the sheet "
                "{sheet}. The rosters count.",
                name=quoted(name),
                here=_seats(here),
                there=_seats(there),
                sheet=quoted(sheet),
            ),
            name,
        )

    def person_moved(self, place: Place, name: str, group: str, sheet: str) -> None:
        """A person stands on another roster than the list of delegates says."""
        self._tell(
            place,
            say(
                "{name} stands here, and in {group} in the sheet {sheet}. {roster_counts}",
                name=quoted(name),
                group=quoted(group),
                sheet=quoted(sheet),
                roster_counts=_COUNTS,
            ),
            name,
        )

    def group_renamed(self, place: Place, before: str, name: str) -> None:
        """A group has another name than when the rosters were written."""
        message = say(
            "the group {before} is called {name} now.", before=quoted(before), name=quoted(name)
        )
        self._tell(place, message, name)

    def corrected(self, place: Place, text: str, before: str, sheet: str) -> None:
        """A text on a roster is not what the list says."""
        self._tell(
            place,
            say(
                "{text} is written here, and {before} in the sheet {sheet}. {roster_counts}",
                text=quoted(text),
                before=quoted(before),
                sheet=quoted(sheet),
                roster_counts=_COUNTS,
            ),
            text,
        )

    def renamed(self, place: Place, name: str, before: str) -> None:
        """A delegation has another name on the rosters, and only one can be meant."""
        self._tell(
            place,
            say(
                "{name} has the seats that {before} had, and so it is taken for its name. "
                "{roster_counts}",
                name=quoted(name),
                before=quoted(before),
                roster_counts=_COUNTS,
            ),
            name,
        )

    def taken_out(self, place: Place, name: str, people: int) -> None:
        """People of the list who stand on no roster."""
        message = say("1 person of {name} stands on no roster and is left out.", name=quoted(name))
        if people != 1:
            message = say(
                "{number} people of {name} stand on no roster and are left out.",
                number=people,
                name=quoted(name),
            )
        self._tell(place, message, name)

    def passed_over(self, place: Place, text: str, before: str, sheet: str) -> None:
        """A text on a roster that is not read: the list is where it can be changed."""
        self._tell(
            place,
            say(
                "{text} is written here, and {before} in the sheet {sheet}, which counts. Change "
                "it in the list.",
                text=quoted(text),
                before=quoted(before),
                sheet=quoted(sheet),
            ),
            text,
        )

    def person_taken_out(self, place: Place, name: str) -> None:
        """A person of the list who stands on no roster."""
        message = say("{name} stands on no roster and is left out.", name=quoted(name))
        self._tell(place, message, name)

    def without_record(self, place: Place, sheet: str) -> None:
        """The record was taken out."""
        self._tell(
            place,
            say(
                "the sheet {sheet} is missing. The rosters were read without it: settings are "
                "those of the other sheets, and what was proven is not known.",
                sheet=quoted(sheet),
            ),
        )

    def other_seats(self, place: Place) -> None:
        """The checksum of the record is not that of the rosters."""
        self._tell(
            place,
            say(
                "the seats are not those that were written: the rosters were edited by hand. "
                "They count as they are."
            ),
        )

    def _tell(self, place: Place, message: str, found: str = "") -> None:
        told = notice("N-EDITED", place, message, found)
        if told not in self._notices:
            # The rosters of several sessions tell the same of the list.
            self._notices.append(told)


def _seats(seats: Sequence[int]) -> str:
    return "/".join(map(str, seats))
