"""The deal with chance: delegations in any order inside their region, the best of many deals."""

from random import Random

from benchmarks.peers.people import SEED, Person
from benchmarks.peers.recount import recount
from benchmarks.peers.script import dealt, run

#: Deals that are tried.
DEALS = 1_000


def split(people: tuple[Person, ...]) -> list[int]:
    """The group of each person: of the deals, the one with the smallest sum of the measures."""
    draw = Random(SEED)  # noqa: S311 - as the list is drawn
    deals = (dealt(_shuffled(people, draw)) for _ in range(DEALS))
    seats = min(deals, key=lambda deal: sum(recount(people, deal).values()))
    return [seats[person.registration] for person in people]


def _shuffled(people: tuple[Person, ...], draw: Random) -> list[Person]:
    """Sorted by region; inside it delegations, and inside those people, in random order."""
    lot = {
        delegation: draw.random()
        for delegation in dict.fromkeys(each.delegation for each in people)
    }
    return sorted(
        draw.sample(people, len(people)), key=lambda each: (each.region, lot[each.delegation])
    )


if __name__ == "__main__":
    run(split)
