"""How it is done without a program: sort by region and delegation, deal people 1-2-3."""

from benchmarks.peers.people import Person
from benchmarks.peers.script import dealt, run


def split(people: tuple[Person, ...]) -> list[int]:
    """The group of each person."""
    seats = dealt(sorted(people, key=lambda person: (person.region, person.delegation)))
    return [seats[person.registration] for person in people]


if __name__ == "__main__":
    run(split)
