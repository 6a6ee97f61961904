"""What each column of a rule may be, for the sheet and for TOML files alike."""

from collections.abc import Mapping
from functools import partial

from allocator.folding import fold
from allocator.intake.setting_values import Readers, WrongValueError, names, text, whole_number
from allocator.language import LANGUAGES, word
from allocator.remarks.rules import NOBODY_NAMED
from allocator.text import say
from allocator.vocabulary import keys_of, words


def _kind(value: object, language: str = LANGUAGES[0]) -> str:
    kind = keys_of("rule_kinds").get(fold(text(value)), "")
    if not kind:
        raise WrongValueError(wanted=_kinds_in(language))
    return kind


def _kinds_in(language: str) -> str:
    """The kinds of rules as a language writes them, parted by commas."""
    return ", ".join(word(language, f"rule_words.{kind}") for kind in words("rule_kinds"))


def _names(value: object) -> str:
    """The names in a cell, or those of a TOML array, parted by semicolons."""
    return "; ".join(names(value)) if isinstance(value, list) else text(value)


#: Column of a rule -> what reads it.
RULE_READERS: Readers = {
    "rule": _kind,
    "who": _names,
    "with": _names,
    "number": whole_number(0),
    "note": text,
}


def rule_readers(language: str) -> Readers:
    """The readers of a rule that is written in a language; what they ask for is in its words."""
    return {**RULE_READERS, "rule": partial(_kind, language=language)}


def incomplete_rule(read: Mapping[str, object], language: str) -> tuple[str, str]:
    """The column that a rule lacks to be one, and what to say; empty when it lacks none."""
    if not read.get("rule"):
        kinds = _kinds_in(language)
        return "rule", say("the kind of rule is missing. Write {kinds}.", kinds=kinds)
    return ("", "") if read.get("who") else ("who", NOBODY_NAMED)
