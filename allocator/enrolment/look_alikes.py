"""Organizations of one list whose names differ by a slip, and that may be one and the same."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from allocator.countries import ALIKE, lookup
from allocator.folding import fold

#: Words that a slip may have changed; more make another name.
_MOST_WORDS = 2
#: Words this short, in letters, stand for different things: "Group A" and "Group B".
_SHORTEST_WORD = 4
#: Letters by which a slip makes a word longer or shorter.
_MOST_LETTERS = 2


def look_alikes(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ by a slip or two within words, the earlier name first."""
    split = [tuple(fold(name).split()) for name in names]
    for number, words in enumerate(split):
        for earlier, others in zip(names[:number], split, strict=False):
            if _differ_by_a_slip(others, words):
                yield earlier, names[number]


def _differ_by_a_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, in words, are alike; no word of either stands for a State or a number."""
    if len(one) != len(other):
        return "".join(one) == "".join(other)
    if one[0][0] != other[0][0]:
        return False
    unlike = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(unlike) <= _MOST_WORDS and all(_is_a_slip(*pair) for pair in unlike)


def _is_a_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST_WORD or one[0] != other[0]:
        return False
    if abs(len(one) - len(other)) > _MOST_LETTERS or not (one.isalpha() and other.isalpha()):
        return False
    if lookup(one) or lookup(other):
        return False
    return SequenceMatcher(None, one, other).ratio() >= ALIKE
