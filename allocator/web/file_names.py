"""Names of uploaded files: shown and never used as a path."""

import re
import unicodedata

#: The longest name that is kept.
LONGEST = 120
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\"<>|*?:]")


def plain(name: str) -> str:
    """A file name without folders, control characters and marks that turn the text around."""
    base = re.split(r"[/\\]", name)[-1]
    shown = "".join(
        each for each in base if unicodedata.category(each) not in ("Cf", "Cs", "Cc", "Co", "Cn")
    )
    stem, dot, ending = _UNSAFE.sub("", shown).strip(" .").rpartition(".")
    return (stem[:LONGEST] + dot + ending[:10]) if stem else (ending[:LONGEST] or "list")
