"""What is said about the names of delegations, and of States and no States: each text once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, quoted
from allocator.remarks.wording import named, notice
from allocator.text import say


def without_region(names: Sequence[str]) -> Finding:
    """Delegations that belong to no UN regional group."""
    message = say(
        "without a UN regional group, and so counted under their category or under "
        '"No regional group": {number} ({names}).',
        number=len(names),
        names=named(names),
    )
    return notice("N-REGION", Place(), message)


def former_states(names: Sequence[str]) -> Finding:
    """States that exist no more."""
    message = say(
        "read as States that exist no more, with the regional group of their time: "
        "{number} ({names}).",
        number=len(names),
        names=named(names),
    )
    return notice("N-NAME", Place(), message)


def no_states(names: Sequence[str]) -> Finding:
    """Names that the reference table does not know."""
    message = say(
        "not in the table of States, and so read as organizations: {number} ({names}).",
        number=len(names),
        names=named(names),
    )
    return notice("N-NAME", Place(), message)


def like_state(place: Place, name: str, state: str) -> Finding:
    """A name resembles that of a State."""
    message = say(
        "{name} is not in the table of States. Did you mean {state}? It is read as an "
        "organization.",
        name=quoted(name),
        state=quoted(state),
    )
    return notice("N-NAME", place, message, name)


def like_organization(place: Place, name: str, other: str) -> Finding:
    """A name resembles an earlier one of the list."""
    message = say(
        "{name} is written almost like {other}, and they are read as two organizations. If they "
        "are one, write the name alike in both rows.",
        name=quoted(name),
        other=quoted(other),
    )
    return notice("N-NAME", place, message, name)


def numbers_as_names(place: Place, number: int) -> Finding:
    """Names that are numbers."""
    message = say(
        "numbers read as the names of delegations: {number}, the first one here.", number=number
    )
    return notice("N-NAME", place, message)
