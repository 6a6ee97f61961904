"""What is said about the rows of a list: every text of ``enrolment`` and its helpers, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, Severity, quoted

#: The largest delegation there is, in people; more is taken for a slip.
MOST_DELEGATES = 500
#: The longest name, in characters.
LONGEST_NAME = 200
#: Names and rows that one notice spells out.
MOST_NAMED = 10

_WANTED = f"Write a whole number from 1 to {MOST_DELEGATES}"


def error(code: str, place: Place, message: str, found: object = "") -> Finding:
    """A finding that refuses the list."""
    return Finding(
        severity=Severity.ERROR, code=code, message=message, place=place, found=str(found)
    )


def notice(code: str, place: Place, message: str, found: object = "") -> Finding:
    """A finding that only tells."""
    return Finding(
        severity=Severity.NOTICE, code=code, message=message, place=place, found=str(found)
    )


def named(texts: Sequence[object]) -> str:
    """The first texts, parted by commas, and how many more there are."""
    shown = ", ".join(str(text) for text in texts[:MOST_NAMED])
    return f"{shown} and {len(texts) - MOST_NAMED} more" if len(texts) > MOST_NAMED else shown


def name_missing(place: Place) -> Finding:
    """A row says nothing about its delegation."""
    return error("E-NAME", place, "the delegation is missing. Write its name or remove the row.")


def name_too_long(place: Place, name: str) -> Finding:
    """A name has more than 200 characters."""
    message = f"{quoted(name)} is longer than {LONGEST_NAME} characters. Shorten it."
    return error("E-NAME", place, message, name[:LONGEST_NAME])


def unprintable(place: Place, text: str, character: str) -> Finding:
    """A text holds a character that cannot be shown or that hides what the text says."""
    message = (
        f"{quoted(text)} contains the control character U+{ord(character):04X}. "
        "Type the text again."
    )
    return error("E-CHAR", place, message, text)


def count_missing(place: Place) -> Finding:
    """A delegation has no head-count."""
    message = (
        "the number of delegates is missing. "
        f"Write a number from 1 to {MOST_DELEGATES} or remove the row."
    )
    return error("E-COUNT", place, message)


def count_zero(place: Place, found: str) -> Finding:
    """A delegation has nobody."""
    message = (
        "a delegation of 0 delegates cannot be seated. "
        f"Write a number from 1 to {MOST_DELEGATES} or remove the row."
    )
    return error("E-COUNT", place, message, found)


def count_outside(place: Place, found: str, side: str) -> Finding:
    """A head-count is ``below 1`` or ``above 500``."""
    return error("E-COUNT", place, f"{quoted(found)} is {side}. {_WANTED}.", found)


def count_no_number(place: Place, found: str, wanted: int | None) -> Finding:
    """A head-count is no whole number; ``wanted`` is the one number it holds, if so."""
    advice = f"Write {wanted}." if wanted else f"{_WANTED}."
    return error("E-COUNT", place, f"{quoted(found)} is not a whole number. {advice}", found)


def counts_read_from_text(place: Place, number: int) -> Finding:
    """Head-counts that are text were read as numbers."""
    message = f"numbers written as text were read as numbers: {number}, the first one here."
    return notice("N-COUNT", place, message)


def delegation_twice(place: Place, name: str, other: str, first: Place) -> Finding:
    """Two rows of a list of head-counts are the same delegation."""
    same = "" if name == other else f", written {quoted(other)} there"
    message = (
        f"{quoted(name)} is in row {first.row} already{same}. "
        "Keep one row with the number of all its delegates."
    )
    return error("E-DUP", place, message, name)


def registration_twice(place: Place, registration: str, first: Place) -> Finding:
    """Two delegates have the same registration."""
    message = (
        f"the registration {quoted(registration)} is in row {first.row} already. "
        "Give every delegate another one, or remove the row."
    )
    return error("E-DUP", place, message, registration)


def delegate_twice(place: Place, name: str, delegation: str, first: Place) -> Finding:
    """Two delegates of a delegation cannot be told apart."""
    message = (
        f"{quoted(name)} of {delegation} is in row {first.row} already. "
        "Remove the row, or tell the two apart by a registration number or an e-mail address."
    )
    return error("E-DUP", place, message, name)


def label_conflict(place: Place, field: str, name: str, texts: tuple[str, str]) -> Finding:
    """Two rows of a delegation give it different regions or seatings."""
    message = (
        f"the {field} of {name} is {quoted(texts[0])} here and {quoted(texts[1])} further up. "
        "Write the same in every row of a delegation."
    )
    return error("E-CONFLICT", place, message, texts[0])


def seating_unknown(place: Place, found: str) -> Finding:
    """A seating is neither spread nor whole."""
    message = f"{quoted(found)} is no seating. Write spread or whole, or leave it empty."
    return error("E-SEATING", place, message, found)


def category_of_delegates(place: Place) -> Finding:
    """The categories of a named list differ within a delegation."""
    message = (
        "the categories differ within a delegation, so they are kept as a column of the delegates "
        "and are no categories of delegations."
    )
    return notice("N-CATEGORY", place, message)


def trimmed(place: Place, number: int) -> Finding:
    """White space around texts was left out."""
    message = f"spaces around texts were left out: {number}, the first one here."
    return notice("N-SPACE", place, message)


def invisible(place: Place, number: int) -> Finding:
    """Names hold characters that nobody sees."""
    message = (
        f"names with invisible characters: {number}, the first one here. "
        "They stay in the name and do not count when names are compared."
    )
    return notice("N-INVISIBLE", place, message)


def like_formula(place: Place, number: int) -> Finding:
    """Names begin like a formula."""
    message = (
        f"names that begin like a formula: {number}, the first one here. They stay text everywhere."
    )
    return notice("N-TEXT", place, message)


def same_label(place: Place, field: str, text: str, label: str) -> Finding:
    """Two spellings of a label are counted as one."""
    return notice("N-LABEL", place, f"the {field} {quoted(text)} is counted as {quoted(label)}.")


def like_label(texts: Sequence[str], group: str) -> Finding:
    """Several labels of a list stand for the same UN regional group."""
    message = (
        f"{named([quoted(text) for text in texts])} are counted as different regions; all of them "
        f"are names of the same UN regional group ({group}). Write one name if they are one region."
    )
    return notice("N-LABEL", Place(), message)


def regions_filled(place: Place, names: Sequence[str]) -> Finding:
    """Blank regions were filled."""
    message = (
        f"empty regions filled with the UN regional group or the category: {len(names)} "
        f"({named(names)})."
    )
    return notice("N-REGION", place, message)


def without_region(names: Sequence[str]) -> Finding:
    """Delegations that belong to no UN regional group."""
    message = (
        "without a UN regional group, and so counted under their category or under "
        f'"No regional group": {len(names)} ({named(names)}).'
    )
    return notice("N-REGION", Place(), message)


def former_states(names: Sequence[str]) -> Finding:
    """States that exist no more."""
    message = (
        "read as States that exist no more, with the regional group of their time: "
        f"{len(names)} ({named(names)})."
    )
    return notice("N-NAME", Place(), message)


def no_states(names: Sequence[str]) -> Finding:
    """Names that the reference table does not know."""
    message = (
        f"not in the table of States, and so read as organizations: {len(names)} ({named(names)})."
    )
    return notice("N-NAME", Place(), message)


def like_state(place: Place, name: str, state: str) -> Finding:
    """A name resembles that of a State."""
    message = (
        f"{quoted(name)} is not in the table of States. Did you mean {quoted(state)}? "
        "It is read as an organization."
    )
    return notice("N-NAME", place, message, name)


def emails_shared(place: Place, number: int) -> Finding:
    """Delegates who share an e-mail address are told apart by their names."""
    message = (
        f"delegates with an e-mail address that others have too: {number}, the first one here. "
        "They are told apart by their names."
    )
    return notice("N-EMAIL", place, message)


def heading_twice(name: str) -> Finding:
    """Two columns of a frame have the same name."""
    return error("E-HEADER", Place(), f"the column {quoted(name)} is there twice. Rename one.")


def column_missing(name: str, names: Sequence[str]) -> Finding:
    """A frame lacks a column that it needs."""
    found = named([quoted(each) for each in names]) or "none"
    message = f"the column {quoted(name)} is missing; the columns are {found}. Rename one."
    return error("E-HEADER", Place(), message)


def numbers_as_names(place: Place, number: int) -> Finding:
    """Names that are numbers."""
    message = f"numbers read as the names of delegations: {number}, the first one here."
    return notice("N-NAME", place, message)
