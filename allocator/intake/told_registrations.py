"""What is told about exports of registration systems: every such text, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, column_letters, quoted
from allocator.remarks.wording import named, notice
from allocator.text import Text, say


def undecided(place: Place, number: int, words: Sequence[str]) -> Finding:
    """Rows of people of whom it is open whether they come."""
    message = say(
        "rows whose status is not final, which were read like all others: {number} ({words}). "
        "Remove those who do not come.",
        number=number,
        words=named(words),
    )
    return notice("N-STATUS", place, message)


def twice(place: Place, number: int, names: Sequence[str]) -> Finding:
    """Rows that name somebody of an earlier row."""
    message = say(
        "rows left out because an earlier one has the same person, with the same e-mail address: "
        "{number} ({names}).",
        number=number,
        names=named(names),
    )
    return notice("N-TWICE", place, message)


def perhaps_twice(place: Place, number: int, names: Sequence[str]) -> Finding:
    """Registrations with the name and the address of an earlier one."""
    message = say(
        "registrations with the name and the e-mail address of an earlier one: {number} ({names}). "
        "They count as different people; if they are not, remove the rows.",
        number=number,
        names=named(names),
    )
    return notice("N-TWICE", place, message)


def codes(place: Place, number: int) -> Finding:
    """A column of ISO codes was read as the names of States."""
    message = say(
        "the column holds country codes of ISO 3166; they were read as the names of States and "
        "territories: {number}.",
        number=number,
    )
    return notice("N-CODE", place, message)


def organizations(
    place: Place, headings: Sequence[tuple[str, int]], number: int, names: Sequence[str]
) -> Finding:
    """A list has countries and organizations; ``headings`` are both, with their columns from 1."""
    (country, _), (organization, column) = headings
    said = {
        "country": quoted(country),
        "organization": quoted(organization),
        "letters": column_letters(column),
    }
    if number:
        message = _some(number, names, said)
    else:
        message = say(
            "{country} is the delegation, and {organization} ({letters}) is not. The other way "
            "round: --column delegation={letters}.",
            **said,
        )
    return notice("N-AFFILIATION", place, message)


def _some(number: int, names: Sequence[str], said: dict[str, str]) -> Text:
    return say(
        "{country} is the delegation, except in rows where it is empty, the category is that of an "
        "organization, or {organization} ({letters}) is a State: there {organization} is: {number} "
        "({names}). To take it from there in every row: --column delegation={letters}.",
        number=number,
        names=named(names),
        **said,
    )
