"""What each column of a rule may be, for the sheet and for TOML files alike."""

from collections.abc import Mapping

from allocator.folding import fold
from allocator.intake.setting_values import Readers, WrongValueError, names, text, whole_number
from allocator.rule_remarks import NOBODY_NAMED
from allocator.vocabulary import keys_of, words


def _kind(value: object) -> str:
    kind = keys_of("rule_kinds").get(fold(text(value)), "")
    if not kind:
        raise WrongValueError(wanted=", ".join(words("rule_kinds")))
    return kind


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


def incomplete_rule(read: Mapping[str, object]) -> tuple[str, str]:
    """The column that a rule lacks to be one, and what to say; empty when it lacks none."""
    if not read.get("rule"):
        return "rule", f"the kind of rule is missing. Write {', '.join(words('rule_kinds'))}."
    return ("", "") if read.get("who") else ("who", NOBODY_NAMED)
