"""What can be wrong with a rosters workbook; each message is built here and nowhere else."""

from collections.abc import Iterable, Sequence

from allocator.errors import ListRefused
from allocator.findings import Finding, Place, Severity, quoted

#: Ends the messages about what no hand edit can mend.
_TAKE = "Take the workbook as allocator wrote it."


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
            "this is no rosters workbook. Give the file that allocator allocate wrote.",
        )

    def no_sheet(self, title: str) -> None:
        """A sheet is missing."""
        self._add(Place(file=self.file), f"the sheet {quoted(title)} is missing. {_TAKE}")

    def no_heading(self, sheet: str, headings: str) -> None:
        """A sheet has no row with these headings."""
        self._add(self.at(sheet, 0, 0), f"there is no row with the headings {headings}. {_TAKE}")

    def no_roster(self, place: Place, group: str) -> None:
        """A group without its sheet."""
        self._add(
            place,
            f"the group {quoted(group)} has no sheet of its own. Write the same name here and on "
            "the tab of its roster, or take the workbook as allocator wrote it.",
            group,
        )

    def stray_roster(self, sheet: str) -> None:
        """A roster that belongs to no group."""
        self._add(
            self.at(sheet, 0, 0),
            "this roster belongs to none of the groups. Name its group in the sheet of the "
            "groups, or remove the roster.",
        )

    def no_number(self, place: Place, found: object, least: int) -> None:
        """A cell that should hold a whole number."""
        self._add(
            place, f"{quoted(found)} is not a whole number of at least {least}. Correct it.", found
        )

    def no_value(self, place: Place, found: object, what: str) -> None:
        """A cell that should hold one of a few words."""
        self._add(place, f"{quoted(found)} is no value of {quoted(what)}. Correct it.", found)

    def unknown_delegation(self, place: Place, found: str, sheet: str) -> None:
        """A roster names a delegation that the list does not have."""
        self._add(
            place,
            f"{quoted(found)} is not in the sheet {quoted(sheet)}. Correct the name; a new "
            "delegation comes in with allocator rebalance.",
            found,
        )

    def unknown_delegate(self, place: Place, found: object, sheet: str) -> None:
        """A roster names a number that the list does not have."""
        self._add(
            place,
            f"{quoted(found)} is no number of the sheet {quoted(sheet)}. Move whole rows; a new "
            "delegate comes in with allocator rebalance.",
            found,
        )

    def without_number(self, place: Place, delegation: str) -> None:
        """A row of a roster with names has no number in the list."""
        self._add(
            place,
            f"this row of {quoted(delegation)} has no number of the list. Move whole rows; a new "
            "delegate comes in with allocator rebalance --add.",
        )

    def other_delegation(self, place: Place, found: str, own: str, sheet: str) -> None:
        """A person's delegation was changed on a roster."""
        self._add(
            place,
            f"{quoted(found)} is written here, and {quoted(own)} in the sheet {quoted(sheet)}. A "
            "person's delegation is changed in the list, not on a roster. Write it as it was.",
            found,
        )

    def lost_group(self, place: Place, name: str, sheet: str) -> None:
        """The list of delegations has a group that is no more."""
        self._add(
            place,
            f"the group {quoted(name)} is not in the sheet {quoted(sheet)}. Put it and its roster "
            "back; for fewer groups use allocator rebalance -g.",
            name,
        )

    def twice(self, place: Place, found: object, first: Place) -> None:
        """Somebody or something stands in two places."""
        where = f"sheet {quoted(first.sheet)}, cell {first.cell}"
        self._add(
            place, f"{quoted(found)} stands in {where} already. Remove one of the two.", found
        )

    def unknown_group(self, place: Place, found: str) -> None:
        """A cell names a group that is none."""
        self._add(
            place,
            f"{quoted(found)} is the name of no group. Write a name as it stands in the sheet of "
            "the groups.",
            found,
        )

    def miscounted(self, place: Place, found: str, parts: Sequence[int], people: int) -> None:
        """A delegation with more or fewer seats than people; ``parts`` are those of each group."""
        total = str(sum(parts))
        seats = f"{' + '.join(map(str, parts))} = {total}" if len(parts) > 1 else total
        self._add(
            place,
            f"{quoted(found)} has {seats} seats for {people} people. Correct the seats.",
            found,
        )

    def other_people(self, place: Place, name: str, session: int, people: Sequence[int]) -> None:
        """A delegation whose people are not the same in two sessions."""
        first, other = people
        self._add(
            place,
            f"{quoted(name)} has {first} people on the rosters of session 1 and {other} on those "
            f"of session {session}, or not the same ones under the same names. Everybody sits in "
            "every session: correct the rosters.",
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
