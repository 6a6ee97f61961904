"""A re-balance keeps chairs and rapporteurs, as long as they are on the list."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_workshop
from staffed import a_named_workshop

import allocator
from allocator.allocation import Outcome
from allocator.answers import allocation_answer
from allocator.delegation import Delegation
from allocator.errors import NoAllocation
from allocator.rosters import contradictions
from allocator.settings import Group, Seating
from allocator.workshop import Workshop

PEOPLE = a_named_workshop(
    ("X", ["chair", "chair", "rapporteur", ""]),
    ("Y", ["chair", "rapporteur", "", ""]),
    ("Z", ["rapporteur", ""]),
)


def officers(outcome: Outcome) -> set[str]:
    """Everybody who holds an office."""
    return {holder for row in outcome.allocation.officers.values() for holder in row} - {""}


def without(workshop: Workshop, *names: str) -> Workshop:
    """The list after these people left."""
    left = [
        replace(each, delegates=stay, head_count=len(stay))
        for each in workshop.delegations
        if (stay := tuple(person for person in each.delegates if person.id not in names))
    ]
    return replace(workshop, delegations=tuple(left))


@pytest.mark.parametrize("written", [True, False])
def test_the_same_list_keeps_everybody_in_office(written: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Nobody moves, and chairs and rapporteurs are the same; so it is for head-counts."""
    for workshop in (PEOPLE, a_workshop(5, 3, 1, 1, roles=["chair/rapporteur"], regions="XYZ")):
        before = allocator.allocate(workshop, groups=2)
        if written:
            allocator.write_rosters(before, tmp_path / "rosters.xlsx", force=True)
            before = allocator.read_rosters(tmp_path / "rosters.xlsx")

        after = allocator.rebalance(before, workshop)

        assert () == after.moves
        assert before.allocation.officers == after.allocation.officers
        allocator.write_rosters(after, tmp_path / "next.xlsx", force=True)
        assert () == contradictions(tmp_path / "next.xlsx")


def test_who_left_is_replaced_and_told(tmp_path: Path) -> None:
    """The others stay in office; the notice names who left, and a candidate takes the place."""
    before = allocator.allocate(PEOPLE, groups=2)
    gone = before.allocation.officers["chair"][0]
    allocator.write_rosters(before, tmp_path / "rosters.xlsx")

    read = allocator.read_rosters(tmp_path / "rosters.xlsx")

    after = allocator.rebalance(read, without(PEOPLE, gone), max_moves=9)

    told = [each.message for each in after.workshop.notices if each.code == "N-OFFICE"]
    assert 1 == len(told)
    assert f'"{gone} (' in told[0]
    assert 0 == after.goals[0].value
    assert officers(before) - {gone} < officers(after)
    allocator.write_rosters(after, tmp_path / "next.xlsx")
    assert () == contradictions(tmp_path / "next.xlsx")


def test_a_chair_from_outside_stays() -> None:
    """Somebody who is on no list is printed in the next version too."""
    table = [Group(name="A", chair="Ms Kamau"), Group(name="B")]
    before = allocator.allocate(PEOPLE, groups=table)

    after = allocator.rebalance(before, without(PEOPLE, "D3-2"))

    assert "Ms Kamau" == allocation_answer(after)["groups"][0]["chair"]
    assert "" == after.allocation.officers["chair"][0]


def test_a_renamed_delegation_keeps_its_office() -> None:
    """It is the same State, whatever it is called; so the cell is written anew."""
    workshop = a_workshop(4, 4, roles=["chair", ""])
    state = replace(workshop.delegations[0], id="TUR", name="Turkey", iso3="TUR")  # type: ignore[arg-type] # an id is a text
    before = allocator.allocate(replaced(workshop, state), groups=2)

    after = allocator.rebalance(before, replaced(workshop, replace(state, name="Türkiye")))

    chairs = {group["chair"] for group in allocation_answer(after)["groups"]}
    assert {"Türkiye", ""} == chairs
    assert before.allocation.officers == after.allocation.officers


def test_an_officer_who_cannot_stay_is_exit_4() -> None:
    """A chair whose group no longer fits the rest of the small delegation is told, not unseated."""
    workshop = a_named_workshop(("X", ["", "chair", "", ""]), ("Y", ["", "", "", ""]))
    table = [Group(name="A", chair="D1-1"), Group(name="B", chair="D1-2")]
    before = allocator.allocate(workshop, groups=table)
    smaller = replace(workshop, delegations=(workshop.delegations[0],))
    whole = replaced(smaller, replace(smaller.delegations[0], seating=Seating.WHOLE))

    with pytest.raises(NoAllocation, match="D1-1 is chair of A"):
        allocator.allocate(whole, groups=table)
    assert {"D1-1", "D1-2"} <= officers(allocator.rebalance(before, smaller))


def replaced(workshop: Workshop, first: Delegation) -> Workshop:
    """The workshop with another first delegation."""
    return replace(workshop, delegations=(first, *workshop.delegations[1:]))


def test_who_was_named_alone_stays_named_when_a_colleague_joins(tmp_path: Path) -> None:
    """The chair is a delegation of one person: that person, not "one of the two", keeps it."""
    first = a_named_workshop(("X", [""]), ("Y", ["", "", ""]))
    second = a_named_workshop(("X", ["", ""]), ("Y", ["", "", ""]))
    table = [Group(name="A", chair="D1"), Group(name="B")]
    allocator.write_rosters(allocator.allocate(first, groups=table), tmp_path / "rosters.xlsx")
    before = allocator.read_rosters(tmp_path / "rosters.xlsx")

    after = allocator.rebalance(before, second)
    again = allocator.rebalance(after, first)

    assert ("D1", "D1-1 (D1)") == (before.plan.groups[0].chair, after.plan.groups[0].chair)
    assert "D1-1 (D1)" == again.plan.groups[0].chair
