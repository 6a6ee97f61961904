"""Why rules cannot hold together, in one sentence."""

import pytest
from builders import a_workshop
from events import a_rule, ruled, with_traits

from allocator.explain import reason_for
from allocator.settings import Group, RuleRow

HEARD = "The delegations that are heard in every group bring at least 3 people into each of them."


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (
            (a_rule("at least", "region = Africa", "", 5),),
            "3 x 5 = 15 people are asked for; region = Africa: 10 people.",
        ),
        (
            (a_rule("at most", "region = Africa", "", 3),),
            "3 x 3 = 9 people may sit so; region = Africa: 10 people.",
        ),
        (
            (a_rule("at most", "region = Africa", "Group 3", 2),),
            HEARD,
        ),
        ((a_rule("not in", "D003", "Group 1; Group 2; Group 3"),), "No group is left for D003."),
        (
            (a_rule("in", "D003", "Group 1"), a_rule("in", "D003", "Group 2")),
            "No group is left for D003.",
        ),
        (
            (a_rule("in", "D001", "Group 1"),),
            "D001 has 6 people, and its seating puts some of them into each of the 3 groups.",
        ),
        (
            (a_rule("in", "region = Africa", "Group 1"),),
            "The seating of D001, D002 puts some of their people into each group.",
        ),
        ((a_rule("in", "D003", "Group 1"),), ""),
    ],
)
def test_a_reason_is_one_sentence(rules: tuple[RuleRow, ...], reason: str) -> None:
    """Sums where there are any, else who is in the way; nothing where no short sum says it."""
    workshop = a_workshop(6, 3, 1, regions=("Africa",))
    plan = ruled(workshop, *rules)

    assert reason == reason_for(plan.rules, workshop, plan)


def test_languages_tell_who_follows_what() -> None:
    """The people of the delegation whose seating is in the way."""
    workshop = with_traits(a_workshop(4, 1), "language", ("fr", "en"))
    groups = [Group(name="A", languages=("en",)), Group(name="B"), Group(name="C")]
    plan, first = ruled(workshop, groups=groups), workshop.delegations[0]

    assert "The people of D001 follow: 4 fr." == reason_for((0, first.id), workshop, plan)
