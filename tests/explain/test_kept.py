"""The rules of a roster, each with its place and with what breaks it."""

from dataclasses import replace

from builders import a_workshop, groups_of
from events import a_rule, ruled, with_traits

from allocator.allocation import Allocation, Outcome
from allocator.changes import Changes
from allocator.delegation import DelegationId
from allocator.explain import KeptRule, kept_rules
from allocator.findings import Place
from allocator.settings import Group
from allocator.solve import allocate_plan

FOUR = a_workshop(4, 2, 1, 1)
SPREAD = "Every delegation that is spread sits evenly over the 2 groups."
WHOLE = (
    "Every delegation of at most 1 and every delegation that is to stay whole sits together in one "
    "group."
)


def reseated(outcome: Outcome, **seats: tuple[int, ...]) -> Outcome:
    """The roster after somebody moved delegations by hand."""
    moved = {DelegationId(name): people for name, people in seats.items()}
    return replace(outcome, allocation=Allocation(seats={**outcome.allocation.seats, **moved}))


def by_name(outcome: Outcome) -> dict[str, KeptRule]:
    """Name of a rule -> the rule."""
    return {each.name: each for each in kept_rules(outcome)}


def test_a_plain_roster_has_its_two_seating_rules() -> None:
    """No room, no language and no office is limited, so no rule speaks of them."""
    rules = kept_rules(allocate_plan(FOUR, ruled(FOUR, groups=2)))

    assert [("spread", SPREAD), ("whole", WHOLE)] == [(each.name, each.sentence) for each in rules]
    assert [(Place(), ())] * 2 == [(each.place, each.breaches) for each in rules]


def test_rooms_and_languages_are_rules_where_there_are_any() -> None:
    """One sentence for all groups."""
    spoken = with_traits(FOUR, "language", ["", "", "en", ""])
    groups = (*groups_of([5]), Group(name="Group 2", languages=("fr",)))
    rules = by_name(allocate_plan(spoken, ruled(spoken, groups=groups)))

    assert ["spread", "whole", "capacity", "languages"] == list(rules)
    assert "No group exceeds its capacity: Group 1 at most 5." == rules["capacity"].sentence
    assert (
        "Everybody follows the languages of the group: Group 2 offers fr."
        == rules["languages"].sentence
    )


def test_offices_are_a_rule_where_somebody_may_hold_one() -> None:
    """The list has a candidate for the chair."""
    ruled_list = a_workshop(4, 2, 1, 1, roles=["chair", "", "", ""])
    rules = by_name(allocate_plan(ruled_list, ruled(ruled_list, groups=2)))

    assert (
        "Chairs and rapporteurs are candidates who sit in their group; nobody is two."
        == rules["offices"].sentence
    )
    assert () == rules["offices"].breaches


def test_each_row_of_the_rules_stands_behind_them_with_its_place() -> None:
    """In the order of the sheet, kept as the solver made them."""
    places = [Place(sheet="Rules", row=row) for row in (5, 6)]
    rows = (
        replace(a_rule("together", "D003; D004"), place=places[0]),
        replace(a_rule("in", "D003", "Group 1"), place=places[1]),
    )
    rules = kept_rules(allocate_plan(FOUR, ruled(FOUR, *rows, groups=2)))[2:]

    assert [
        ("together", "D003 and D004 together.", places[0], ()),
        ("in", "D003 in Group 1.", places[1], ()),
    ] == [(each.name, each.sentence, each.place, each.breaches) for each in rules]


def test_a_rule_that_a_hand_edit_broke_says_how() -> None:
    """The other rules are still kept."""
    rows = (a_rule("in", "D003", "Group 1"), a_rule("not in", "D004", "Group 1"))
    outcome = allocate_plan(FOUR, ruled(FOUR, *rows, groups=2))
    rules = by_name(reseated(outcome, d003=(0, 1)))

    assert ("D003 in Group 1: 1 sit elsewhere",) == rules["in"].breaches
    assert () == rules["not in"].breaches == rules["spread"].breaches == rules["whole"].breaches


def test_of_two_rules_of_a_kind_only_the_broken_one_is() -> None:
    """Each row is counted by itself."""
    rows = (a_rule("in", "D003", "Group 1"), a_rule("in", "D004", "Group 2"))
    outcome = allocate_plan(FOUR, ruled(FOUR, *rows, groups=2))
    first, second = kept_rules(reseated(outcome, d004=(1, 0)))[2:]

    assert ((), ("D004 in Group 2: 1 sit elsewhere",)) == (first.breaches, second.breaches)


def test_broken_seating_rules_and_rooms_say_how() -> None:
    """Delegation by delegation, and group by group."""
    whole = a_workshop(4, 2, 1, 1, seatings=["", "whole", "", ""])
    outcome = allocate_plan(whole, ruled(whole, groups=groups_of([5, None])))
    rules = by_name(reseated(outcome, d001=(4, 0), d002=(1, 1), d003=(1, 0), d004=(0, 1)))

    assert ("D001 has 4/0 people in the groups, which is not as even as 4 over 2 can be",) == rules[
        "spread"
    ].breaches
    assert ("D002 sits in 2 groups and must sit in one",) == rules["whole"].breaches
    assert ("Group 1 holds 6 people; its capacity is 5",) == rules["capacity"].breaches


def test_after_a_re_balance_the_seating_rule_is_a_goal() -> None:
    """Those who had seats may sit against it; a rule of the event is still a rule."""
    outcome = allocate_plan(FOUR, ruled(FOUR, a_rule("in", "D003", "Group 1"), groups=2))
    rules = by_name(
        replace(reseated(outcome, d001=(3, 1), d003=(0, 1)), changes=Changes(previous=1))
    )

    assert () == rules["spread"].breaches
    assert ("D003 in Group 1: 1 sit elsewhere",) == rules["in"].breaches
