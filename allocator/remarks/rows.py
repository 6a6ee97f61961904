"""What is said about the rows of a list: every text of ``enrolment`` and its helpers, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, quoted
from allocator.remarks.headings import called
from allocator.remarks.wording import error, named, notice
from allocator.text import say

#: The largest delegation there is, in people; more is taken for a slip.
MOST_DELEGATES = 500
#: The longest name, in characters.
LONGEST_NAME = 200


def name_missing(place: Place) -> Finding:
    """A row says nothing about its delegation."""
    message = say("the delegation is missing. Write its name or remove the row.")
    return error("E-NAME", place, message)


def name_too_long(place: Place, name: str) -> Finding:
    """A name has more than 200 characters."""
    message = say(
        "{name} is longer than {most} characters. Shorten it.", name=quoted(name), most=LONGEST_NAME
    )
    return error("E-NAME", place, message, name[:LONGEST_NAME])


def unprintable(place: Place, text: str, character: str) -> Finding:
    """A text holds a character that cannot be shown or that hides what the text says."""
    message = say(
        "{text} contains the control character {character}. Type the text again.",
        text=quoted(text),
        character=f"U+{ord(character):04X}",
    )
    return error("E-CHAR", place, message, text)


def registration_twice(place: Place, registration: str, first: Place) -> Finding:
    """Two delegates have the same registration."""
    message = say(
        "the registration {registration} is in row {row} already. "
        "Give every delegate another one, or remove the row.",
        registration=quoted(registration),
        row=first.row,
    )
    return error("E-DUP", place, message, registration)


def delegate_twice(place: Place, name: str, delegation: str, first: Place) -> Finding:
    """Two delegates of a delegation cannot be told apart."""
    message = say(
        "{name} of {delegation} is in row {row} already. "
        "Remove the row, or tell the two apart by a registration number or an e-mail address.",
        name=quoted(name),
        delegation=delegation,
        row=first.row,
    )
    return error("E-DUP", place, message, name)


def label_conflict(place: Place, field: str, name: str, texts: tuple[str, str]) -> Finding:
    """Two rows of a delegation give it different regions or seatings."""
    message = say(
        "the {field} of {name} is {here} here and {above} further up. "
        "Write the same in every row of a delegation.",
        field=called(field),
        name=name,
        here=quoted(texts[0]),
        above=quoted(texts[1]),
    )
    return error("E-CONFLICT", place, message, texts[0])


def seating_unknown(place: Place, found: str) -> Finding:
    """A seating is neither spread nor whole."""
    message = say(
        "{found} is no seating. Write spread or whole, or leave it empty.", found=quoted(found)
    )
    return error("E-SEATING", place, message, found)


def category_of_delegates(place: Place) -> Finding:
    """The categories of a named list differ within a delegation."""
    message = say(
        "the categories differ within a delegation, so they are kept as a column of the delegates "
        "and are no categories of delegations."
    )
    return notice("N-CATEGORY", place, message)


def trimmed(place: Place, number: int) -> Finding:
    """White space around texts was left out."""
    message = say("spaces around texts were left out: {number}, the first one here.", number=number)
    return notice("N-SPACE", place, message)


def invisible(place: Place, number: int) -> Finding:
    """Names hold characters that nobody sees."""
    message = say(
        "names with invisible characters: {number}, the first one here. "
        "They stay in the name and do not count when names are compared.",
        number=number,
    )
    return notice("N-INVISIBLE", place, message)


def like_formula(place: Place, number: int) -> Finding:
    """Names begin like a formula."""
    message = say(
        "names that begin like a formula: {number}, the first one here. They stay text everywhere.",
        number=number,
    )
    return notice("N-TEXT", place, message)


def same_label(place: Place, field: str, text: str, label: str) -> Finding:
    """Two spellings of a label are counted as one."""
    message = say(
        "the {field} {text} is counted as {label}.",
        field=called(field),
        text=quoted(text),
        label=quoted(label),
    )
    return notice("N-LABEL", place, message)


def like_label(texts: Sequence[str], group: str) -> Finding:
    """Several labels of a list stand for the same UN regional group."""
    message = say(
        "{texts} are counted as different regions; all of them are names of the same UN regional "
        "group ({group}). Write one name if they are one region.",
        texts=named([quoted(text) for text in texts]),
        group=group,
    )
    return notice("N-LABEL", Place(), message)


def regions_filled(place: Place, names: Sequence[str]) -> Finding:
    """Blank regions were filled."""
    message = say(
        "empty regions filled with the UN regional group or the category: {number} ({names}).",
        number=len(names),
        names=named(names),
    )
    return notice("N-REGION", place, message)


def emails_shared(place: Place, number: int) -> Finding:
    """Delegates who share an e-mail address are told apart by their names."""
    message = say(
        "delegates with an e-mail address that others have too: {number}, the first one here. "
        "They are told apart by their names.",
        number=number,
    )
    return notice("N-EMAIL", place, message)


def heading_twice(name: str) -> Finding:
    """Two columns of a frame have the same name."""
    message = say("the column {name} is there twice. Rename one.", name=quoted(name))
    return error("E-HEADER", Place(), message)


def column_missing(name: str, names: Sequence[str]) -> Finding:
    """A frame lacks a column that it needs."""
    message = say(
        "the column {name} is missing; the columns are {found}. Rename one.",
        name=quoted(name),
        found=named([quoted(each) for each in names]) or say("none"),
    )
    return error("E-HEADER", Place(), message)
