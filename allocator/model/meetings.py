"""The goal ``meetings`` for the solver: pairs of delegations that never share a group.

It counts delegations that are in one group per session; the others meet everybody, or cannot be
told apart by their counts. Source: docs/method.md, several sessions.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from allocator.encounters import MEETINGS, UNIT
from allocator.model.counts import Form, added
from allocator.model.history import History
from allocator.model.problem import Aim
from allocator.model.seats import Seats

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from allocator.model.problem import Model

#: Products of two counts that a model can have; with more of them minimising leads nowhere.
MOST_PRODUCTS = 3_000


@dataclass(frozen=True, slots=True)
class Count:
    """A form over the seats that lies between 0 and ``most``."""

    form: Form
    most: int


@dataclass(frozen=True, slots=True)
class Products:
    """``constant + sign * (sum of products of two counts)``, known to be no less than ``least``."""

    constant: int
    sign: int
    pairs: tuple[tuple[Count, Count], ...]
    least: int

    @property
    def limit(self) -> int:
        """What is known of the best value before any search."""
        return self.least

    def value(self, numbers: Sequence[int]) -> int:
        """The sum for these numbers of the seat variables."""
        values = (one.form.value(numbers) * other.form.value(numbers) for one, other in self.pairs)
        return self.constant + self.sign * sum(values)

    def cost(self, model: "Model") -> "cp_model.LinearExprT":
        """A variable that is no less than the sum, nor than what is known."""
        counts = {
            count: _counted(model, count)
            for count in dict.fromkeys(each for pair in self.pairs for each in pair)
        }
        products = [
            _product(model, pair, (counts[pair[0]], counts[pair[1]])) for pair in self.pairs
        ]
        most = sum(one.most * other.most for one, other in self.pairs)
        cost = model.variable(self.least, self.constant + max(0, self.sign) * most, self.value)
        model.cp.add(cost >= self.constant + self.sign * sum(products))
        return cost

    def hold(self, model: "Model") -> None:
        """The sum is at its limit."""
        model.cp.add(self.cost(model) <= self.least)


def apart_now(seats: Seats) -> Aim:
    """The pairs that share no group in this session: ``sum over g < h of m_g * m_h``."""
    blocks = [block for block in seats.blocks if block.cohort.kind.history]
    members = sum(block.members for block in blocks)
    groups = [
        Count(added([block.delegations(group) for block in blocks]), members)
        for group in range(seats.groups)
    ]
    return Aim(MEETINGS, UNIT, (Products(0, 1, tuple(combinations(groups, 2)), 0),))


def never_together(seats: Seats, least: int) -> Aim | None:
    """The pairs that never met before and do not meet in this session; ``None`` if too many.

    ``least`` is a number of pairs below which nothing can come.
    """
    cells, sizes = _cells(seats)
    strangers = [(one, other) for one, other in combinations(sizes, 2) if _never_met(one, other)]
    if len(strangers) * seats.groups > MOST_PRODUCTS:
        return None
    pairs = tuple(
        (Count(cells[one][group], sizes[one]), Count(cells[other][group], sizes[other]))
        for one, other in strangers
        for group in range(seats.groups)
    )
    before = sum(sizes[one] * sizes[other] for one, other in strangers)
    return Aim(MEETINGS, UNIT, (Products(before, -1, pairs, min(least, before)),))


def fewest_never_met(delegations: int, groups: int, sessions: int, apart: int) -> int:
    """Pairs below which no choice of the sessions comes.

    ``delegations`` are those in one group per session, and ``apart`` is proven of every session: at
    least so many of their pairs share no group in it. A pair that shares a group in ``a`` of the
    ``s`` sessions has ``a - (2 / s) * a * (a - 1) / 2 >= 1`` for every ``a`` from 1 to ``s``; added
    over the pairs, and with the ``groups ** 2`` cells of every two sessions as even as they can
    be. Source: docs/method.md, several sessions.
    """
    cells = groups * groups
    share, more = divmod(delegations, cells)
    together_twice = more * comb(share + 1, 2) + (cells - more) * comb(share, 2)
    twice = comb(delegations, 2) - together_twice
    return max(0, sessions * apart - (sessions - 1) * twice)


def _counted(model: "Model", count: Count) -> "cp_model.IntVar":
    """A count as a variable."""
    variable = model.variable(0, count.most, count.form.value)
    model.cp.add(model.expression(count.form) == variable)
    return variable


def _product(
    model: "Model",
    pair: tuple[Count, Count],
    factors: "tuple[cp_model.IntVar, cp_model.IntVar]",
) -> "cp_model.IntVar":
    """The product of two counts as a variable."""
    one, other = pair

    def value(numbers: Sequence[int]) -> int:
        return one.form.value(numbers) * other.form.value(numbers)

    variable = model.variable(0, one.most * other.most, value)
    model.cp.add_multiplication_equality(variable, factors)
    return variable


def _cells(seats: Seats) -> tuple[dict[History, tuple[Form, ...]], dict[History, int]]:
    """History -> its delegations per group, and how many they are."""
    forms: dict[History, list[list[Form]]] = defaultdict(list)
    sizes: dict[History, int] = defaultdict(int)
    for block in seats.blocks:
        history = block.cohort.kind.history
        if history:
            forms[history].append([block.delegations(group) for group in range(seats.groups)])
            sizes[history] += block.members
    cells = {
        history: tuple(added(group) for group in zip(*these, strict=True))
        for history, these in sorted(forms.items())
    }
    return cells, {history: sizes[history] for history in cells}


def _never_met(one: History, other: History) -> bool:
    return all(here != there for here, there in zip(one, other, strict=True))
