"""What is said about rules of the event that cannot be: every text of ``rulebook``, once."""

from collections.abc import Sequence

from allocator.findings import quoted
from allocator.remarks import named

#: Of a rule that binds nobody.
NOBODY_NAMED = "nobody is named. Write delegations, delegates, or a value such as gender = F."


def names_only(kind: str, text: str) -> str:
    """A kind of rule that takes names binds everybody with a value."""
    return (
        f"{quoted(kind)} takes the names of delegations and delegates only, not everybody with "
        f"{quoted(text)}. Write the names."
    )


def no_column(column: str, columns: Sequence[str]) -> str:
    """A rule binds everybody with a value of a column that the list does not have."""
    return (
        f"the list has no column {quoted(column)}; a rule may name "
        f"{named([quoted(each) for each in columns])}. Correct the name."
    )


def parted_by_commas(text: str, parts: Sequence[str]) -> str:
    """Several names that are known are parted by commas."""
    return f"{quoted(text)} are {len(parts)} names. Part them by semicolons: {'; '.join(parts)}."


def number_for_nothing(kind: str) -> str:
    """A number stands beside a kind of rule that counts nobody."""
    return f'{quoted(kind)} takes no number. Remove it, or write "at least" or "at most".'
