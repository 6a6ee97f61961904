"""What keeps somebody out of a group is told by sheet and row; who is unknown is refused."""

import pytest
from asking import MIXED, NAMED, asked, at, told, with_rules
from builders import groups_of
from events import a_named_delegation, ruled, with_traits

from allocator.errors import ListRefused
from allocator.findings import Place
from allocator.settings import Group
from allocator.solve import allocate_plan
from allocator.workshop import Workshop


def test_a_rule_that_binds_to_a_group_is_told_by_its_row() -> None:
    """``in``: the other groups are forbidden by it alone."""
    outcome = with_rules(at(5, "in", "D004", "Group 1"))

    assert (1, 0, 0) == asked(outcome, "D004").seats
    for group in ("Group 2", "Group 3"):
        assert [("D004 in Group 1", "Rules", 5)] == told(outcome, "D004", group)


def test_a_rule_that_closes_a_group_is_told_by_its_row() -> None:
    """``not in``: that group is forbidden, the other one is not."""
    outcome = with_rules(
        at(7, "in", "D006", "Group 3"), at(5, "not in", "D004", "Group 1; Group 2")
    )

    assert (0, 0, 1) == asked(outcome, "D004").seats
    expected = [("D004 not in Group 1 or Group 2", "Rules", 5)]
    assert expected == told(outcome, "D004", "Group 1")
    assert expected == told(outcome, "D004", "Group 2")


def test_two_rules_that_forbid_a_group_only_together_are_both_told() -> None:
    """``together`` with somebody who is bound, and ``apart`` from somebody who is."""
    outcome = with_rules(
        at(5, "together", "D004; D006"), at(6, "in", "D006", "Group 1"),
        at(7, "apart", "D005", "D006"),
    )  # fmt: skip

    assert [("D004 and D006 together", "Rules", 5), ("D006 in Group 1", "Rules", 6)] == told(
        outcome, "D004", "Group 2"
    )
    assert [("D006 in Group 1", "Rules", 6), ("D005 apart from D006", "Rules", 7)] == told(
        outcome, "D005", "Group 1"
    )


def test_the_languages_of_a_group_are_told_by_its_row() -> None:
    """Somebody who follows English only cannot sit where French alone is offered."""
    spoken = with_traits(MIXED, "language", ["", "", "", "en", "", ""])
    place = Place(sheet="Groups", row=4)
    groups = (*groups_of([None]), Group(name="Group 2", languages=("fr",), place=place))
    outcome = allocate_plan(spoken, ruled(spoken, groups=groups))

    assert (1, 0) == asked(outcome, "D004").seats
    assert [("Group 2 offers only fr", "Groups", 4)] == told(outcome, "D004", "Group 2")


def test_a_room_that_is_too_small_is_told_by_its_row() -> None:
    """Four people who sit whole, and a room for three."""
    place = Place(sheet="Groups", row=4)
    groups = (*groups_of([None, None]), Group(name="Group 3", capacity=3, place=place))
    reasons = told(with_rules(groups=groups), "D003", "Group 3")

    assert ("Group 3 seats at most 3", "Groups", 4) in reasons


def test_a_rule_about_a_delegate_is_told() -> None:
    """It is her own rule that keeps her there; her delegation may sit as before."""
    outcome = allocate_plan(NAMED, ruled(NAMED, at(9, "in", "Ama", "Group 2"), groups=2))

    assert (0, 1) == asked(outcome, "Ama").seats
    assert [("Ama (Ghana) in Group 2", "Rules", 9)] == told(outcome, "Ama", "Group 1")


@pytest.mark.parametrize(
    ("who", "message"),
    [
        ("Ghanna", '"Ghanna" is not on these rosters. Did you mean "Ghana"?'),
        ("Atlantis", '"Atlantis" is not on these rosters. Correct it.'),
        ("", '"" is not on these rosters. Correct it.'),
    ],
)
def test_an_unknown_name_is_refused_with_what_may_be_meant(who: str, message: str) -> None:
    """Exit code 3, and one problem."""
    with pytest.raises(ListRefused) as refused:
        asked(allocate_plan(NAMED, ruled(NAMED, groups=2)), who)
    (finding,) = refused.value.findings

    assert (3, "E-NAME", message) == (refused.value.exit_code, finding.code, finding.message)


def test_a_name_of_two_is_refused() -> None:
    """Two delegations have an Ama: the message says how to tell them apart."""
    extra = a_named_delegation("Togo", {"Ama T": {"name": "Ama"}, "Ayo": {}})
    twice = Workshop(delegations=(*NAMED.delegations, extra))
    outcome = allocate_plan(twice, ruled(twice, groups=2))
    with pytest.raises(ListRefused) as refused:
        asked(outcome, "Ama")
    (finding,) = refused.value.findings

    assert (3, "E-NAME") == (refused.value.exit_code, finding.code)
    assert '"Ama" stands for 2 on these rosters.' in finding.message
    assert "Ama (Togo)" == asked(outcome, "Ama (Togo)").name
