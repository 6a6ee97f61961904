"""Whom the people of a registration export stand for: a State, or an organization."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.countries import Country, by_code, lookup
from allocator.findings import Finding
from allocator.folding import fold
from allocator.intake import told_registrations
from allocator.intake.header import Header, further
from allocator.intake.sheet import Row, Sheet, Value, is_blank, shown
from allocator.vocabulary import words


@dataclass(frozen=True, slots=True)
class Represented:
    """The rows with their delegations, and what is to be told about the choice."""

    rows: dict[int, Row]
    findings: tuple[Finding, ...] = ()


def represented(sheet: Sheet, header: Header, rows: dict[int, Row], *, people: bool) -> Represented:
    """The rows with the names of States for ISO codes, and organizations where no State is meant.

    A column of countries says where somebody comes from. It is the delegation, except for those who
    have no country there or whose category is an organization's: they stand for their organization.
    So do those whose organization is itself a State: they live in one country and represent
    another. ``people`` tells that each row is one person, not a delegation.
    """
    heading = fold(shown(header.cells[header.columns["delegation"]]))
    if heading not in words("delegations")["country"]:
        return Represented(rows)
    rows, findings = _spelled_out(sheet, header, rows)
    others = [
        index
        for index in further(header, "delegation")
        if fold(shown(header.cells[index])) in words("delegations")["organization"]
    ]
    if "delegation" in header.chosen or not people or not others:
        return Represented(rows, findings)
    rows, found = _by_organization(sheet, header, rows, others[0])
    return Represented(rows, (*findings, found))


def _spelled_out(
    sheet: Sheet, header: Header, rows: dict[int, Row]
) -> tuple[dict[int, Row], tuple[Finding, ...]]:
    """ISO 3166 codes become names where the column holds nothing but codes."""
    index = header.columns["delegation"]
    codes = {text for row in rows.values() if (text := _text(row, index))}
    known: Mapping[str, Country] = {code: found for code in codes if (found := by_code(code))}
    if not codes or len(known) < len(codes):
        return rows, ()
    name = f"name_{header.language}"
    names = {code: str(getattr(each, name, each.name_en)) for code, each in known.items()}
    named = {
        number: _with(row, index, names[text]) if (text := _text(row, index)) else row
        for number, row in rows.items()
    }
    return named, (told_registrations.codes(sheet.place(header.row, index + 1), len(codes)),)


def _by_organization(
    sheet: Sheet, header: Header, rows: dict[int, Row], column: int
) -> tuple[dict[int, Row], Finding]:
    index = header.columns["delegation"]
    taken = {
        number: _with(row, index, row[column])
        for number, row in rows.items()
        if _stands_for_its_organization(header, row, _text(row, column))
    }
    headings = [(shown(header.cells[each]).strip(), each + 1) for each in (index, column)]
    place = sheet.place(header.row, index + 1)
    names = list(dict.fromkeys(_text(row, index) for row in taken.values()))
    found = told_registrations.organizations(place, headings, len(taken), names)
    return {**rows, **taken}, found


def _stands_for_its_organization(header: Header, row: Row, organization: str) -> bool:
    country = _text(row, header.columns["delegation"])
    if not organization or not country:
        return bool(organization)
    state, other = lookup(country), lookup(organization)
    if state is None or other is not None:
        return state is not None and state != other
    category = header.columns.get("category")
    organizations = words("categories")["organization"]
    return category is not None and fold(_text(row, category)) in organizations


def _text(row: Row, index: int) -> str:
    value = row[index] if index < len(row) else ""
    return "" if is_blank(value) else shown(value).strip()


def _with(row: Row, index: int, value: Value) -> Row:
    return (*row[:index], value, *row[index + 1 :])
