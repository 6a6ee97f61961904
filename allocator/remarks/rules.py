"""What is said about rules of the event that cannot be: every text of ``rulebook``, once."""

from collections.abc import Sequence

from allocator.findings import quoted
from allocator.remarks.wording import named
from allocator.text import Text, say

#: Of a rule that binds nobody.
NOBODY_NAMED = say("nobody is named. Write delegations, delegates, or a value such as gender = F.")


def kind_word(kind: str) -> str:
    """A kind of rule in the words of every language."""
    return {
        "in": say("in"),
        "not in": say("not in"),
        "together": say("together"),
        "apart": say("apart"),
        "at least": say("at least"),
        "at most": say("at most"),
    }.get(kind, kind)


def names_only(kind: str, text: str) -> Text:
    """A kind of rule that takes names binds everybody with a value."""
    return say(
        "{kind} takes the names of delegations and delegates only, not everybody with {text}. "
        "Write the names.",
        kind=quoted(kind_word(kind)),
        text=quoted(text),
    )


def no_column(column: str, columns: Sequence[str]) -> Text:
    """A rule binds everybody with a value of a column that the list does not have."""
    return say(
        "the list has no column {column}; a rule may name {columns}. Correct the name.",
        column=quoted(column),
        columns=named([quoted(each) for each in columns]),
    )


def parted_by_commas(text: str, parts: Sequence[str]) -> Text:
    """Several names that are known are parted by commas."""
    return say(
        "{text} are {number} names. Part them by semicolons: {parts}.",
        text=quoted(text),
        number=len(parts),
        parts="; ".join(parts),
    )


def number_for_nothing(kind: str) -> Text:
    """A number stands beside a kind of rule that counts nobody."""
    return say(
        '{kind} takes no number. Remove it, or write "at least" or "at most".',
        kind=quoted(kind_word(kind)),
    )
