"""The mark of each group: a letter or number and a colour, told apart without seeing the colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from allocator.rosters.edition import Edition
from allocator.rosters.look import GROUP_COLOURS, INK

WHITE = "FFFFFF"
#: Signs of a mark that can be read across a lobby.
_LONGEST = 3
#: Parts of red, green and blue in how bright a colour looks, and the bend of a screen's scale.
#: Source: WCAG 2.2, relative luminance (its exact curve is close to this power).
_BRIGHTNESS, _BEND = (0.2126, 0.7152, 0.0722), 2.2
#: What is added to both sides before two brightnesses are compared. Source: WCAG 2.2, contrast.
_FLARE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a group is known from afar: ``sign``, its ``colour`` and the ``ink`` of signs on it."""

    sign: str
    colour: str
    ink: str


def marks(edition: Edition) -> tuple[Mark, ...]:
    """A mark for each group, in the plan's order; the colours repeat, the signs do not."""
    signs = _signs([group.name for group in edition.groups])
    colours = [GROUP_COLOURS[index % len(GROUP_COLOURS)] for index in range(len(signs))]
    return tuple(
        Mark(sign=sign, colour=colour, ink=_ink_on(colour))
        for sign, colour in zip(signs, colours, strict=True)
    )


def _signs(names: Sequence[str]) -> list[str]:
    """The last words of the names where they are short and differ, as in Group 1; else A, B, C."""
    last = [(name.split() or [""])[-1].upper() for name in names]
    short = all(0 < len(word) <= _LONGEST and word.isalnum() for word in last)
    if short and len(set(last)) == len(last):
        return last
    return [get_column_letter(number) for number in range(1, len(names) + 1)]


def _ink_on(colour: str) -> str:
    """White or the dark ink, whichever stands out more on a colour."""
    dark = _contrast(colour, INK)
    return WHITE if _contrast(colour, WHITE) > dark else INK


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_brightness(one), _brightness(other)))
    return (high + _FLARE) / (low + _FLARE)


def _brightness(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    return sum(
        weight * math.pow(part, _BEND) for weight, part in zip(_BRIGHTNESS, parts, strict=True)
    )
