"""A to Z as readers of a language expect it."""

import unicodedata

from allocator.folding import with_short_runs
from allocator.language import script

#: Letters that Unicode does not take apart, as they are sorted.
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
)
#: Sorts behind every letter; puts the Spanish ñ behind n.
_BEHIND = "\U0010fffd"


def sort_key(text: str, language: str) -> tuple[str, str]:
    """What to sort by: accents, case and punctuation do not count unless all else is equal.

    Neither does an article that is one with its word, as in Arabic.
    """
    bare = text.strip().removeprefix(script(language)["article"])
    folded = unicodedata.normalize("NFC", with_short_runs(bare)).casefold().translate(_LIGATURES)
    if language == "es":
        folded = folded.replace("ñ", f"n{_BEHIND}")
    letters = [
        character
        for character in unicodedata.normalize("NFKD", folded)
        if character.isalnum() or character in {" ", _BEHIND}
    ]
    return " ".join("".join(letters).split()), text
