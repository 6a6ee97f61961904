"""What can be wrong with a rosters workbook; each message is built here and nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from allocator.errors import ListRefused
from allocator.findings import Finding, Place, Severity, quoted
from allocator.text import say

#: Ends the messages about what no hand edit can mend.
_TAKE = say("Take the workbook as allocator wrote it.")


class Problems:
    """The problems of one workbook, collected so that all are told at once."""

    def __init__(self, file: str) -> None:
        """Start without problems; ``file`` is the name that messages give the workbook."""
        self.file = file
        self._findings: list[Finding] = []

    def refuse(self) -> None:
        """Refuse the workbook when there is any problem.

        Raises:
            ListRefused: with all of them, sheet by sheet as they were found.
        """
        if self._findings:
            raise ListRefused(self._findings)

    def add(self, findings: Iterable[Finding]) -> None:
        """Take over problems that were found elsewhere; notices are none."""
        self._findings += [each for each in findings if each.severity is Severity.ERROR]

    def no_rosters(self) -> None:
        """Too few of its sheets are there."""
        self._add(
            Place(file=self.file),
            say("this is no rosters workbook. Give the file that allocator allocate wrote."),
        )

    def no_sheet(self, title: str) -> None:
        """A sheet is missing."""
        message = say("the sheet {sheet} is missing. {advice}", sheet=quoted(title), advice=_TAKE)
        self._add(Place(file=self.file), message)

    def no_heading(self, sheet: str, headings: str) -> None:
        """A sheet has no row with these headings."""
        message = say(
            "there is no row with the headings {headings}. {advice}",
            headings=headings,
            advice=_TAKE,
        )
        self._add(self.at(sheet, 0, 0), message)

    def no_roster(self, place: Place, group: str) -> None:
        """A group without its sheet."""
        self._add(
            place,
            say(
                "the group {group} has no sheet of its own. Write the same name here and on the "
                "tab of its roster, or take the workbook as allocator wrote it.",
                group=quoted(group),
            ),
            group,
        )

    def stray_roster(self, sheet: str) -> None:
        """A roster that belongs to no group."""
        self._add(
            self.at(sheet, 0, 0),
            say(
                "this roster belongs to none of the groups. Name its group in the sheet of the "
                "groups, or remove the roster."
            ),
        )

    def no_number(self, place: Place, found: object, least: int) -> None:
        """A cell that should hold a whole number."""
        message = say(
            "{found} is not a whole number of at least {least}. Correct it.",
            found=quoted(found),
            least=least,
        )
        self._add(place, message, found)

    def no_value(self, place: Place, found: object, what: str) -> None:
        """A cell that should hold one of a few words."""
        message = say(
            "{found} is no value of {what}. Correct it.", found=quoted(found), what=quoted(what)
        )
        self._add(place, message, found)

    def unknown_delegation(self, place: Place, found: str, sheet: str) -> None:
        """A roster names a delegation that the list does not have."""
        self._add(
            place,
            say(
                "{found} is not in the sheet {sheet}. Correct the name; a new delegation comes in "
                "with allocator rebalance.",
                found=quoted(found),
                sheet=quoted(sheet),
            ),
            found,
        )

    def unknown_delegate(self, place: Place, found: object, sheet: str) -> None:
        """A roster names a number that the list does not have."""
        self._add(
            place,
            say(
                "{found} is no number of the sheet {sheet}. Move whole rows; a new delegate comes "
                "in with allocator rebalance.",
                found=quoted(found),
                sheet=quoted(sheet),
            ),
            found,
        )

    def without_number(self, place: Place, delegation: str) -> None:
        """A row of a roster with names has no number in the list."""
        self._add(
            place,
            say(
                "this row of {delegation} has no number of the list. Move whole rows; a new "
                "delegate comes in with allocator rebalance --add.",
                delegation=quoted(delegation),
            ),
        )

    def other_delegation(self, place: Place, found: str, own: str, sheet: str) -> None:
        """A person's delegation was changed on a roster."""
        self._add(
            place,
            say(
                "{found} is written here, and {own} in the sheet {sheet}. A person's delegation is "
                "changed in the list, not on a roster. Write it as it was.",
                found=quoted(found),
                own=quoted(own),
                sheet=quoted(sheet),
            ),
            found,
        )

    def lost_group(self, place: Place, name: str, sheet: str) -> None:
        """The list of delegations has a group that is no more."""
        self._add(
            place,
            say(
                "the group {group} is not in the sheet {sheet}. Put it and its roster back; for "
                "fewer groups use allocator rebalance -g.",
                group=quoted(name),
                sheet=quoted(sheet),
            ),
            name,
        )

    def twice(self, place: Place, found: object, first: Place) -> None:
        """Somebody or something stands in two places."""
        message = say(
            "{found} stands in {place} already. Remove one of the two.",
            found=quoted(found),
            place=str(replace(first, file="")),
        )
        self._add(place, message, found)

    def unknown_group(self, place: Place, found: str) -> None:
        """A cell names a group that is none."""
        self._add(
            place,
            say(
                "{found} is the name of no group. Write a name as it stands in the sheet of the "
                "groups.",
                found=quoted(found),
            ),
            found,
        )

    def miscounted(self, place: Place, found: str, parts: Sequence[int], people: int) -> None:
        """A delegation with more or fewer seats than people; ``parts`` are those of each group."""
        total = str(sum(parts))
        seats = f"{' + '.join(map(str, parts))} = {total}" if len(parts) > 1 else total
        self._add(
            place,
            say(
                "{name} has {seats} seats for {people} people. Correct the seats.",
                name=quoted(found),
                seats=seats,
                people=people,
            ),
            found,
        )

    def other_people(self, place: Place, name: str, session: int, people: Sequence[int]) -> None:
        """A delegation whose people are not the same in two sessions."""
        first, other = people
        self._add(
            place,
            say(
                "{name} has {first} people on the rosters of session 1 and {other} on those of "
                "session {session}, or not the same ones under the same names. Everybody sits in "
                "every session: correct the rosters.",
                name=quoted(name),
                first=first,
                other=other,
                session=session,
            ),
            name,
        )

    def at(self, sheet: str, row: int, column: int) -> Place:
        """A place in this workbook."""
        return Place(file=self.file, sheet=sheet, row=row, column=column)

    def _add(self, place: Place, message: str, found: object = "") -> None:
        self._findings.append(
            Finding(
                severity=Severity.ERROR,
                code="E-ROSTER",
                message=message,
                place=place,
                found=str(found),
            )
        )
