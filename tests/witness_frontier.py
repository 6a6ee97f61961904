"""The fewest moves and the best roster for a number of moves, proven by a solver of its own.

One integer for every crew and group, where the package counts cohorts. Nothing here imports it.
"""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model
from witness import Row, Session, columns_of, fair_shares
from witness_moves import SEATING, TEXT, Crew, People, caps, goal_order, leeway, texts_of
from witness_optimum import NoRosterError, Seat

#: Work that a proof may take, in the solver's repeatable measure (about seconds).
WORK = 60.0

Linear = cp_model.LinearExprT


class Rebalancing:
    """Every roster of a new list that the rules allow, with its goals and its moves."""

    def __init__(self, rows: Sequence[Row], session: Session, people: People) -> None:
        """Put the rows, who of their people had which seats, and the goals into a model."""
        self._model = cp_model.CpModel()
        self._k = session.k
        self._crews: dict[str, list[tuple[Crew, list[cp_model.IntVar]]]] = {}
        self._against: list[Linear] = []
        self._seats: dict[str, list[Seat]] = {}
        self._last: dict[tuple[object, ...], Linear] = {}
        for row in rows:
            self._seat(row, people[row.delegation], session)
        everybody = sum(row.delegates for row in rows)
        for group in range(self._k):
            seated = sum(seats[group][0] for seats in self._seats.values())
            self._model.add(seated <= session.room(group, everybody))
        self.moves: Linear = sum(self._moves_of(*each) for those in self._crews.values()
                                 for each in those)  # fmt: skip
        self.goals = self._goals(rows, session, people)

    def hold(self, limits: Mapping[str, int], moves: int | None = None) -> None:
        """Keep goals within limits (inclusive), and the moves."""
        for goal, most in limits.items():
            self._model.add(self.goals[goal] <= most)
        if moves is not None:
            self._model.add(self.moves <= moves)

    def best(self, *goals: str) -> dict[str, int]:
        """Goal -> proven best value, one goal after another; all of them when none is named."""
        values = {}
        for goal in goals or self.goals:
            values[goal] = self.least(self.goals[goal])
            self._model.add(self.goals[goal] <= values[goal])
        return values

    def least(self, cost: Linear) -> int:
        """The proven least of a sum; its solution becomes the next hint.

        Raises:
            NoRosterError: when no roster keeps the rules and what is held.
            TimeoutError: when the proof takes too long.
        """
        self._model.minimize(cost)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = WORK
        status = solver.solve(self._model)
        if status == cp_model.INFEASIBLE:
            raise NoRosterError
        if status != cp_model.OPTIMAL:
            raise TimeoutError
        found = list(solver.response_proto.solution)
        self._model.clear_hints()  # type: ignore[no-untyped-call]  # ortools leaves it untyped
        for index, value in enumerate(found):
            self._model.add_hint(self._model.get_int_var_from_proto_index(index), value)
        return round(solver.objective_value)

    def _seat(self, row: Row, crews: Sequence[Crew], session: Session) -> None:
        """Seats for the people of one delegation; delegations that are alike stand in order."""
        model = self._model
        own = [
            (crew, [model.new_int_var(0, crew.people, "") for _ in range(self._k)])
            for crew in crews
        ]
        for crew, seats in own:
            model.add(sum(seats) == crew.people)
        self._crews[row.delegation] = own
        people = [sum(seats[group] for _, seats in own) for group in range(self._k)]
        most = leeway(row, crews, session)
        if most:
            self._seats[row.delegation] = self._loose(row, people, most, session)
        else:
            self._seats[row.delegation] = self._by_rule(row, people, session)
        order = sum((row.delegates + 1) ** group * each for group, each in enumerate(people))
        alike = (row.delegates, row.region, row.category, row.seating, tuple(crews))
        if alike in self._last:
            model.add(self._last[alike] <= order)
        self._last[alike] = order

    def _by_rule(self, row: Row, people: Sequence[Linear], session: Session) -> list[Seat]:
        """(people, present) per group of a delegation that sits by its rule."""
        floor, more = divmod(row.delegates, self._k)
        here = [self._model.new_bool_var("") for _ in range(self._k)]
        whole = session.is_whole(row)
        self._model.add(sum(here) == (1 if whole else more))
        for seated, each in zip(people, here, strict=True):
            self._model.add(seated == (row.delegates * each if whole else floor + each))
        return [
            (seated, 1 if floor and not whole else each)
            for seated, each in zip(people, here, strict=True)
        ]

    def _loose(self, row: Row, people: Sequence[Linear], most: int, session: Session) -> list[Seat]:
        """(people, present) per group of a delegation that may sit against its rule."""
        model, n = self._model, row.delegates
        wrong = model.new_int_var(0, most, "")
        here = [model.new_bool_var("") for _ in range(self._k)]
        for seated, each in zip(people, here, strict=True):
            model.add(seated >= each)
            model.add(seated <= n * each)
        if session.is_whole(row):
            home = [model.new_bool_var("") for _ in range(self._k)]
            model.add_exactly_one(home)
            for seated, each in zip(people, home, strict=True):
                model.add(seated >= n * each - wrong)
        else:
            floor, ceiling = n // self._k, -(-n // self._k)
            model.add(wrong >= sum(self._above(seated - ceiling, n) for seated in people))
            model.add(wrong >= sum(self._above(floor - seated, n) for seated in people))
        self._against.append(wrong)
        return list(zip(people, here, strict=True))

    def _above(self, amount: Linear, most: int) -> cp_model.IntVar:
        """Something at least as large as an amount, and as nothing."""
        part = self._model.new_int_var(0, most, "")
        self._model.add(part >= amount)
        return part

    def _moves_of(self, crew: Crew, seats: Sequence[cp_model.IntVar]) -> Linear:
        """What these people move: max(0, sum of max(0, had - has) - withdrawn)."""
        withdrawn = max(0, sum(crew.old) + crew.lost - crew.people)
        vacated = sum(
            self._above(had - has, had) for had, has in zip(crew.old, seats, strict=True) if had
        )
        if not any(crew.old):
            return max(0, crew.lost - withdrawn)
        return self._above(vacated + crew.lost - withdrawn, sum(crew.old) + crew.lost)

    def _goals(self, rows: Sequence[Row], session: Session, people: People) -> dict[str, Linear]:
        """Goal -> its cost, in priority order."""
        parts: dict[str, list[Linear]] = {goal: [] for goal in goal_order(rows, session, people)}
        parts[SEATING] += self._against
        shares = fair_shares(sum(row.delegates for row in rows), session)
        for column in columns_of(rows, session):
            those = [self._seats[name] for name in sorted(column.members)]
            aims = shares if column.goal == "size" else (0,) * self._k
            counts = [
                sum(each[group][0 if column.in_people else 1] for each in those) - aims[group]
                for group in range(self._k)
            ]
            parts[column.goal].append(self._spread(counts))
        for text in texts_of(people):
            crews = [s for own in self._crews.values() for crew, s in own if crew.text == text]
            counts = [sum(seats[group] for seats in crews) for group in range(self._k)]
            parts[TEXT].append(self._spread(counts))
        return {goal: sum(each) for goal, each in parts.items()}

    def _spread(self, counts: Sequence[Linear]) -> Linear:
        """The largest count minus the smallest, each held on its side of the mean."""
        far = 10**6
        most, least = (self._model.new_int_var(-far, far, "") for _ in range(2))
        self._model.add(self._k * most >= sum(counts))
        self._model.add(self._k * least <= sum(counts))
        for count in counts:
            self._model.add(most >= count)
            self._model.add(least <= count)
        return most - least


def fewest_moves(
    rows: Sequence[Row], session: Session, people: People, limits: Mapping[str, int]
) -> int:
    """The proven fewest moves with which goals are within limits (goal -> most, inclusive)."""
    model = Rebalancing(rows, session, people)
    model.hold(limits)
    return model.least(model.moves)


def limits_for(
    rows: Sequence[Row], session: Session, people: People, tolerance: int
) -> dict[str, int]:
    """What size and small, the first of the goals, may be before somebody is moved for them."""
    return caps(Rebalancing(rows, session, people).best("size", "small"), tolerance)


def best_with_moves(
    rows: Sequence[Row],
    session: Session,
    people: People,
    moves: int | None = None,
    limits: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Goal -> proven best value with at most so many moves (``None``: any), within limits."""
    model = Rebalancing(rows, session, people)
    model.hold(limits or {}, moves)
    return model.best()
