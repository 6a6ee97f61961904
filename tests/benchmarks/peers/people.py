"""The list that every tool gets: delegations and people that are drawn, none of them real.

Only the standard library is used here: a tool reads it in an environment of its own.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

#: Delegations of one person, of two, and of three or more; people altogether.
ONES, TWOS, LARGE = 60, 51, 39
PEOPLE = 400
#: Groups that the people are split into; a delegation with fewer people is small.
GROUPS = 3
#: Regional group -> delegations out of 150, in the shares of the members of the United Nations.
#: Source: the regional groups of the General Assembly, 193 members: 54, 54, 23, 33 and 29.
REGIONS = {
    "African States": 42,
    "Asia-Pacific States": 42,
    "Eastern European States": 18,
    "Latin American and Caribbean States": 26,
    "Western European and other States": 22,
}
#: Share of the women.
WOMEN = 0.45
#: Late changes: people who withdraw; people who join a delegation, and those of new delegations.
GONE, JOIN, NEW_DELEGATIONS, IN_EACH = 20, 8, 6, 2
#: The seed of everything that is drawn.
SEED = 1

_HEADS = ("Registration", "Delegation", "Region", "Last name", "Gender")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One delegate: the registration, which is unique, and what is to be balanced."""

    registration: str
    delegation: str
    region: str
    gender: str


def the_list() -> tuple[Person, ...]:
    """The 400 people of 150 delegations, sorted by delegation."""
    draw = Random(SEED)  # noqa: S311 - a repeatable draw is what is wanted
    sizes = [1] * ONES + [2] * TWOS + _large(draw)
    regions = [region for region, number in REGIONS.items() for _ in range(number)]
    draw.shuffle(sizes)
    people: list[Person] = []
    for number, (size, region) in enumerate(zip(sizes, regions, strict=True), start=1):
        people += _delegates(f"Delegation {number:03}", region, size, first=len(people), draw=draw)
    return tuple(people)


def late_list(people: Iterable[Person]) -> tuple[Person, ...]:
    """The list after 20 people withdrew and 20 registered late, 12 of them in 6 new delegations."""
    before = tuple(people)
    draw = Random(SEED + 1)  # noqa: S311 - as above
    gone = set(draw.sample(range(len(before)), GONE))
    stay = [person for number, person in enumerate(before) if number not in gone]
    joined = [(host.delegation, host.region) for host in draw.sample(stay, JOIN)]
    for number in range(NEW_DELEGATIONS):
        region = draw.choice(list(REGIONS))
        joined += [(f"Late delegation {number + 1}", region)] * IN_EACH
    late = [
        person
        for number, (delegation, region) in enumerate(joined)
        for person in _delegates(delegation, region, 1, first=len(before) + number, draw=draw)
    ]
    return tuple(sorted((*stay, *late), key=lambda person: person.delegation))


def write_people(path: Path, people: Iterable[Person]) -> None:
    """The list as a CSV file, one row per person."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADS)
        for each in people:
            writer.writerow(
                (each.registration, each.delegation, each.region, f"Delegate {each.registration}",
                 each.gender)
            )  # fmt: skip


def read_people(path: Path) -> tuple[Person, ...]:
    """What `write_people` wrote, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Person(
                registration=row["Registration"],
                delegation=row["Delegation"],
                region=row["Region"],
                gender=row["Gender"],
            )
            for row in csv.DictReader(file)
        )


def _large(draw: Random) -> list[int]:
    """The people of the large delegations: three each, and the rest where the lot falls."""
    sizes = [GROUPS] * LARGE
    for _ in range(PEOPLE - ONES - 2 * TWOS - GROUPS * LARGE):
        sizes[draw.randrange(LARGE)] += 1
    return sizes


def _delegates(
    delegation: str, region: str, size: int, *, first: int, draw: Random
) -> Iterator[Person]:
    for number in range(first, first + size):
        yield Person(
            registration=f"P{number + 1:03}",
            delegation=delegation,
            region=region,
            gender="F" if draw.random() < WOMEN else "M",
        )
