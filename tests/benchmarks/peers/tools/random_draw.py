"""What breakout rooms do when they assign by themselves: a random draw of equal groups."""

from random import Random

from benchmarks.peers.people import SEED, Person
from benchmarks.peers.script import dealt, run


def split(people: tuple[Person, ...]) -> list[int]:
    """The group of each person."""
    seats = dealt(Random(SEED).sample(people, len(people)))  # noqa: S311 - as the list is drawn
    return [seats[person.registration] for person in people]


if __name__ == "__main__":
    run(split)
