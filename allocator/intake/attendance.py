"""Who of a list comes: the rows whose status says otherwise, and people registered twice."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.enrolment.entry import Entry
from allocator.findings import Finding
from allocator.folding import fold
from allocator.intake import told, told_registrations
from allocator.intake.sheet import Row, Sheet, shown
from allocator.vocabulary import keys_of


@dataclass(frozen=True, slots=True)
class Present:
    """The rows or entries that count, and what is to be told about the others."""

    rows: dict[int, Row]
    findings: tuple[Finding, ...] = ()


def present(sheet: Sheet, fields: Mapping[str, int], rows: dict[int, Row]) -> Present:
    """The rows without those whose status says that they do not come; the undecided stay.

    Args:
        sheet: where the rows stand.
        fields: field -> index of its column, from 0.
        rows: number of a row -> its cells.
    """
    if "status" not in fields:
        return Present(rows)
    index = fields["status"]
    statuses = {
        number: shown(row[index]).strip() if index < len(row) else ""
        for number, row in rows.items()
    }
    kinds = {number: keys_of("withdrawn").get(fold(text), "") for number, text in statuses.items()}
    findings = []
    for kind, tell in (("status", told.withdrawn), ("pending", told_registrations.undecided)):
        those = [number for number in rows if kinds[number] == kind]
        if those:
            words = list(dict.fromkeys(statuses[number] for number in those))
            findings.append(tell(sheet.place(those[0]), len(those), words))
    kept = {number: row for number, row in rows.items() if kinds[number] != "status"}
    return Present(kept, tuple(findings))


def once(entries: list[Entry], *, numbered: bool) -> tuple[list[Entry], tuple[Finding, ...]]:
    """The entries without whom an earlier one names already, with the same name and e-mail address.

    ``numbered`` tells that numbers tell people apart: then two are two, however alike.
    """
    seen: dict[tuple[str, str, str], Entry] = {}
    again: list[Entry] = []
    for entry in entries:
        traits = entry.traits
        email = traits.get("email", "").strip().casefold()
        name = fold(" ".join(traits.get(each, "") for each in ("first_name", "last_name", "name")))
        if "@" in email and name:
            first = seen.setdefault((email, name, fold(entry.delegation)), entry)
            if first is not entry:
                again.append(entry)
    if not again:
        return entries, ()
    place = again[0].place_of("email")
    names = list(dict.fromkeys(entry.traits["email"].strip() for entry in again))
    if numbered:
        return entries, (told_registrations.perhaps_twice(place, len(again), names),)
    left_out = {id(entry) for entry in again}
    kept = [entry for entry in entries if id(entry) not in left_out]
    return kept, (told_registrations.twice(place, len(again), names),)
