"""Groups of the same size."""

from allocator.model.census import Census
from allocator.model.counts import Counts, Form
from allocator.model.parts import Part, Spread
from allocator.model.seats import Seats
from allocator.model.shares import fair_shares
from allocator.plan import Plan
from allocator.text import say


class Size:
    """max - min over groups of (people - fair share); fair shares are 0 when the rooms allow it.

    Source: docs/method.md, goals.
    """

    name = "size"
    unit = "people"

    def claim(self) -> str:
        """The goal as one sentence, with its formula."""
        return say("Groups have the same number of people: largest group less smallest.")

    def parts(self, seats: Seats, plan: Plan) -> tuple[Part, ...]:
        """People per group, less the fair share."""
        people = seats.people()
        shares = fair_shares(plan, people.most)
        forms = tuple(form + Form(-share) for form, share in zip(people.forms, shares, strict=True))
        total = people.most - sum(shares)
        return (Spread(Counts(forms=forms, least=total, most=total)),)

    def measure(self, census: Census, plan: Plan) -> int:
        """The goal's value in a roster."""
        people = census.people()
        shares = fair_shares(plan, sum(people))
        over = [count - share for count, share in zip(people, shares, strict=True)]
        return max(over) - min(over)
