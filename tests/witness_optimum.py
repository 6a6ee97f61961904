"""The best roster, found twice without the package: by enumeration and by a solver.

`brute_force` enumerates in plain Python; `optimum` asks CP-SAT with variables for every delegation
and group, where the package counts cohorts.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model
from witness import Column, Counts, Row, Session, columns_of, fair_shares, goals_of, values_of, ways

#: What sits in one group: the people of a delegation, and whether it is present.
Seat = tuple[cp_model.LinearExprT, cp_model.LinearExprT]


class NoRosterError(Exception):
    """No roster keeps the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Goal -> value reached, and goal -> value below which none exists, in priority order."""

    values: Mapping[str, int]
    bounds: Mapping[str, int]

    @property
    def complete(self) -> bool:
        """Whether every value is proven best."""
        return self.values == self.bounds


def brute_force(rows: Sequence[Row], session: Session) -> dict[str, int]:
    """Goal -> best value, by enumerating every tally that any seating of the rows can reach.

    Raises:
        NoRosterError: when no seating keeps the capacities.
    """
    columns, goals = columns_of(rows, session), goals_of(rows, session)
    people = sum(row.delegates for row in rows)
    room = [session.room(group, people) for group in range(session.k)]
    plain = (0,) * session.k
    reached = {((plain), (plain,) * len(columns))}
    for row in rows:
        steps = [
            (seats, [each.counts(row, seats) for each in columns]) for seats in ways(row, session)
        ]
        reached = {
            (_sum(seated, seats), tuple(map(_sum, totals, added)))
            for seated, totals in reached
            for seats, added in steps
        }
        reached = {each for each in reached if all(map(int.__le__, each[0], room))}
    if not reached:
        raise NoRosterError
    shares = fair_shares(people, session)
    every = (values_of(totals, columns, shares, goals) for _, totals in reached)
    return min(every, key=lambda values: [values[goal] for goal in goals])


def _sum(one: Counts, other: Counts) -> Counts:
    return tuple(map(int.__add__, one, other))


def optimum(rows: Sequence[Row], session: Session, *, seconds: float = 60) -> Proof:
    """The lexicographic best, from one integer per delegation and group.

    ``seconds`` is for each goal; a goal that is not proven in time keeps its bound.

    Raises:
        NoRosterError: when no seating keeps the capacities.
    """
    model = cp_model.CpModel()
    return proven(model, _seats(model, rows, session), rows, session, seconds=seconds)


def proven(
    model: cp_model.CpModel,
    seats: Mapping[str, Sequence[Seat]],
    rows: Sequence[Row],
    session: Session,
    *,
    seconds: float = 60,
) -> Proof:
    """The lexicographic best of a model in which delegations already have their seats.

    Raises:
        NoRosterError: when no seating keeps the capacities, and whatever else the model demands.
    """
    people = sum(row.delegates for row in rows)
    for group in range(session.k):
        seated = sum(seats[row.delegation][group][0] for row in rows)
        model.add(seated <= session.room(group, people))
    shares = fair_shares(people, session)
    costs: dict[str, list[cp_model.LinearExprT]] = {goal: [] for goal in goals_of(rows, session)}
    for column in columns_of(rows, session):
        those = [seats[row.delegation] for row in rows if row.delegation in column.members]
        against = shares if column.goal == "size" else (0,) * session.k
        counts = [
            sum(each[group][0 if column.in_people else 1] for each in those) - against[group]
            for group in range(session.k)
        ]
        total = sum(sum(column.counts(row, ways(row, session)[0])) for row in rows) - sum(against)
        costs[column.goal].append(_spread(model, column, counts, total=total))
    values, bounds = {}, {}
    for goal, parts in costs.items():
        cost = sum(parts)
        values[goal], bounds[goal] = _least(model, cost, seconds)
        model.add(cost <= values[goal])
    return Proof(values=values, bounds=bounds)


def _seats(model: cp_model.CpModel, rows: Sequence[Row], session: Session) -> dict[str, list[Seat]]:
    """Delegation -> (people, present) per group.

    Delegations that are alike are put in the order of their seats: any roster can be renamed so.
    """
    seats: dict[str, list[Seat]] = {}
    last: dict[tuple[object, ...], cp_model.LinearExprT] = {}
    for row in rows:
        if session.is_whole(row):
            here = [model.new_bool_var("") for _ in range(session.k)]
            model.add_exactly_one(here)
            seats[row.delegation] = [(row.delegates * each, each) for each in here]
        else:
            share, extra = divmod(row.delegates, session.k)
            here = [model.new_bool_var("") for _ in range(session.k)]
            model.add(sum(here) == extra)
            seats[row.delegation] = [(share + each, 1 if share else each) for each in here]
        order = sum(2**group * each for group, each in enumerate(here))
        alike = (row.delegates, row.region, row.category, row.seating)
        if alike in last:
            model.add(last[alike] <= order)
        last[alike] = order
    return seats


def _spread(
    model: cp_model.CpModel,
    column: Column,
    counts: Sequence[cp_model.LinearExprT],
    *,
    total: int,
) -> cp_model.LinearExprT:
    """The largest count minus the smallest; ``total`` is their sum, whatever the roster.

    Holding each on its side of the mean cuts no roster off and makes the proofs quick.
    """
    k, far = len(counts), 2 * abs(total) + 10**6
    most = model.new_int_var(-(-total // k), far, f"most {column.goal}")
    least = model.new_int_var(-far, total // k, f"least {column.goal}")
    for count in counts:
        model.add(most >= count)
        model.add(least <= count)
    return most - least


def _least(model: cp_model.CpModel, cost: cp_model.LinearExprT, seconds: float) -> tuple[int, int]:
    """The least cost found and its proven bound; the solution becomes the next hint."""
    model.minimize(cost)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        raise NoRosterError
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise TimeoutError
    found = list(solver.response_proto.solution)
    model.clear_hints()  # type: ignore[no-untyped-call]  # ortools leaves this one untyped
    for index, value in enumerate(found):
        model.add_hint(model.get_int_var_from_proto_index(index), value)
    return round(solver.objective_value), math.ceil(solver.best_objective_bound - 1e-6)
