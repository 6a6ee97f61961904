"""The textbook model: a yes or no for each person and group, and a solver of OR-Tools."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks.peers.people import GROUPS, SEED, Person
from benchmarks.peers.script import run
from ortools.sat.python import cp_model

#: Seconds of the search when none are asked for: the run keeps within what each tool has.
SECONDS = 110

Sits = list[list[cp_model.IntVar]]


def split(people: tuple[Person, ...]) -> list[int]:
    """The group of each person: sizes equal, large delegations everywhere, spreads smallest."""
    model = cp_model.CpModel()
    sits = [[model.new_bool_var("") for _ in range(GROUPS)] for _ in people]
    for person in sits:
        model.add_exactly_one(person)
    sizes = Counter(each.delegation for each in people)
    for delegation, members in _by(people, lambda each: each.delegation).items():
        if sizes[delegation] >= GROUPS:
            for group in range(GROUPS):
                model.add_at_least_one(sits[member][group] for member in members)
    small = [number for number, each in enumerate(people) if sizes[each.delegation] < GROUPS]
    kinds: list[Sequence[int]] = [range(len(people)), small]
    for trait in (lambda each: each.region, lambda each: each.gender):
        kinds += _by(people, trait).values()
    model.minimize(sum(_spread(model, sits, members) for members in kinds))
    return _solved(model, sits)


def _by(people: Iterable[Person], trait: Callable[[Person], str]) -> dict[str, list[int]]:
    """Text -> the places in the list of those who have it."""
    places: dict[str, list[int]] = {}
    for number, each in enumerate(people):
        places.setdefault(trait(each), []).append(number)
    return places


def _spread(model: cp_model.CpModel, sits: Sits, members: Sequence[int]) -> cp_model.LinearExpr:
    """The most of these people in a group less the fewest."""
    most = model.new_int_var(0, len(members), "")
    fewest = model.new_int_var(0, len(members), "")
    for group in range(GROUPS):
        here = sum(sits[member][group] for member in members)
        model.add(here <= most)
        model.add(here >= fewest)
    return most - fewest


def _solved(model: cp_model.CpModel, sits: Sits) -> list[int]:
    solver = cp_model.CpSolver()
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = SEED
    status = solver.solve(model)
    told = f"{solver.status_name(status)}: {solver.objective_value}, {solver.best_objective_bound}"
    sys.stderr.write(told + "\n")
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        message = f"no split within {seconds:g} seconds"
        raise SystemExit(message)
    return [[solver.boolean_value(seat) for seat in person].index(True) for person in sits]


if __name__ == "__main__":
    run(split)
