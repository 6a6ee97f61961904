"""A letter and a colour for each region: the letter says what the colour only repeats."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from allocator.countries import (
    AFRICAN_GROUP,
    ASIA_PACIFIC_GROUP,
    EASTERN_EUROPEAN_GROUP,
    GRULAC,
    WEOG,
)
from allocator.enrolment.regions import NO_REGION

#: How many colours the style sheet has, ``tint-0`` and on; then they repeat, letters do not.
COLOURS = 8
#: The letters by which the regional groups of the United Nations are called most readily.
LETTERS = {
    AFRICAN_GROUP: "A",
    ASIA_PACIFIC_GROUP: "P",
    EASTERN_EUROPEAN_GROUP: "E",
    GRULAC: "L",
    WEOG: "W",
    NO_REGION: "–",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The letter of a region, one or two signs, and the class of its colour."""

    letter: str
    colour: str


def marks_of(labels: Iterable[str]) -> dict[str, Mark]:
    """Region -> its mark, in the order of the labels; no two have the same letter.

    The regional groups of the United Nations have the same colour in every list.
    """
    wanted = tuple(dict.fromkeys(labels))
    known = {label: number for number, label in enumerate(LETTERS)}
    numbers = [number for label, number in known.items() if label in wanted]
    free = iter([*(set(range(COLOURS)) - set(numbers)), *range(len(wanted))])
    taken = {LETTERS[label] for label in wanted if label in LETTERS}
    marks: dict[str, Mark] = {}
    for label in wanted:
        letter = LETTERS.get(label) or _free_letter(label, taken)
        number = known[label] if label in known else next(free)
        taken.add(letter)
        marks[label] = Mark(letter=letter, colour=f"tint-{number % COLOURS}")
    return marks


def _free_letter(label: str, taken: set[str]) -> str:
    """The first letter of the label that is free, else of the alphabet, else a number."""
    own = (character for character in label.upper() if character.isalpha())
    numbers = (str(number) for number in range(1, len(taken) + 2))
    letters: list[str] = [*own, *ascii_uppercase, *numbers]
    return next(each for each in letters if each not in taken)
