"""Small rosters to ask about: where else could somebody sit, and what forbids it?"""

from collections.abc import Sequence
from dataclasses import replace

from builders import a_workshop
from events import a_named_delegation, a_rule, ruled

from allocator.allocation import Outcome
from allocator.explain import Whereabouts
from allocator.findings import Place
from allocator.settings import Group, RuleRow
from allocator.solve import allocate_plan
from allocator.solve.elsewhere import whereabouts
from allocator.workshop import Workshop

#: A spread delegation with two odd people, an even one, a whole one and small ones, in two regions.
MIXED = a_workshop(
    5, 3, 4, 1, 2, 1, regions="XXYXYY", seatings=("", "", "whole", "", "", "")
)  # fmt: skip
#: A list with names: three people of Ghana over two groups, and one of Kenya.
NAMED = Workshop(
    delegations=(
        a_named_delegation("Ghana", {"Ama": {}, "Kofi": {}, "Esi": {}}),
        a_named_delegation("Kenya", {"Ali": {}}),
        a_named_delegation("Peru", {"Eva": {}, "Luz": {}}, region="Americas"),
    )
)


def asked(outcome: Outcome, who: str) -> Whereabouts:
    """Where somebody could sit, with time enough."""
    return whereabouts(outcome, who, time_limit=20)


def told(outcome: Outcome, who: str, group: str) -> list[tuple[str, str, int]]:
    """What keeps somebody out of a group: the sentence, the sheet and the row of each reason."""
    (other,) = [each for each in asked(outcome, who).others if each.group == group]
    assert () == other.goals
    return [(each.message, each.place.sheet, each.place.row) for each in other.forbidden]


def at(row: int, kind: str, who: str, other: str = "") -> RuleRow:
    """A rule that stands in a row of the sheet Rules."""
    return replace(a_rule(kind, who, other), place=Place(sheet="Rules", row=row))


def with_rules(*rules: RuleRow, groups: int | Sequence[Group] = 3) -> Outcome:
    """The best roster of the mixed list under some rules."""
    return allocate_plan(MIXED, ruled(MIXED, *rules, groups=groups))
