"""A delegation that is spread has its people evenly over the groups."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.model.census import Census
from allocator.model.seats import Seats
from allocator.plan import Plan
from allocator.text import say

if TYPE_CHECKING:
    from allocator.model.problem import Model


class HeardEverywhere:
    """For each spread delegation of n people and each group: floor(n/k) <= people <= ceil(n/k).

    With n >= k it is heard in every group; with n < k its people sit in different groups. In a
    re-balance, at most ``leeway`` people of a delegation that had seats sit otherwise.
    Source: docs/method.md, seating rules.
    """

    name = "spread"

    def claim(self, plan: Plan) -> str:
        """The rule as one sentence."""
        return say("Every delegation that is spread sits evenly over the {k} groups.", k=plan.k)

    def post(self, model: "Model", seats: Seats, plan: Plan) -> None:
        """Bound the people of each cohort per group; ``deal`` passes the bounds on to members."""
        for block in seats.blocks:
            kind = block.cohort.kind
            if kind.whole or not block.rows:
                continue
            for part in block.against():
                model.cp.add(part.cost(model) <= kind.leeway)
            if kind.leeway:
                continue
            fewest, rest = divmod(block.cohort.size, plan.k)
            most = fewest + (rest > 0)
            for column in zip(*block.rows.values(), strict=True):
                people = sum(model.variables[number] for number in column)
                model.cp.add_linear_constraint(people, block.members * fewest, block.members * most)

    def violations(self, census: Census, plan: Plan) -> Iterator[str]:
        """Each spread delegation with two more people in one group than in another."""
        for row in census.rows:
            if plan.sits_whole(row.delegation) or max(row.seats) - min(row.seats) <= 1:
                continue
            if row.against(plan) <= row.leeway:
                continue
            for delegation in row.members:
                yield say(
                    "{delegation} has {seats} people in the groups, which is not as even as "
                    "{people} over {k} can be",
                    delegation=delegation.name,
                    seats="/".join(map(str, row.seats)),
                    people=delegation.head_count,
                    k=plan.k,
                )
