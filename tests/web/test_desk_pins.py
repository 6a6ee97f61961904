"""Pins at the desk: they go along with cards, names and lists, and can always be taken away."""

from collections.abc import Iterator

import pytest
from web.desks import (
    LIST,
    a_desk,
    across,
    allocating,
    an_office,
    finished,
    rebalancing,
    seats,
    without,
)

from allocator.web import work
from allocator.web.office import Office


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


def test_a_pin_of_somebody_who_left_is_no_more(office: Office) -> None:
    """Others can be pinned, and one can allocate again."""
    desk = a_desk(office)
    for name in ("Kenya", "Malta"):
        move = across(desk, name)
        desk.pin("Ama", desk.revision.number, move.delegation, move.origin, pinned=True)
    finished(desk, rebalancing(desk, without(LIST, "Kenya")))
    move = across(desk, "India")
    desk.pin("Ama", desk.revision.number, move.delegation, move.origin, pinned=True)
    finished(desk, allocating(desk))

    assert ["Malta", "India"] == [rule.row.who for rule in work.on_board(desk.content).plan.rules]


def test_a_pinned_card_that_is_moved_takes_its_pin_along(office: Office) -> None:
    """There is one pin, where it sits now, and it can be taken away."""
    desk = a_desk(office)
    move = across(desk, "Kenya")
    desk.pin("Ama", desk.revision.number, move.delegation, move.origin, pinned=True)
    desk.move("Ama", desk.revision.number, [move])
    groups = [rule.groups for rule in work.on_board(desk.content).plan.rules]
    finished(desk, allocating(desk))
    there = seats(desk)["Kenya"][move.target]
    desk.pin("Ama", desk.revision.number, move.delegation, move.target, pinned=False)

    assert ([(move.target,)], 1) == (groups, there)
    assert () == work.on_board(desk.content).plan.rules


def test_a_pin_follows_a_group_that_is_renamed(office: Office) -> None:
    """Also when names have semicolons."""
    desk = a_desk(office, LIST.replace("Kenya,", '"Kenya; Isles",'))
    move = across(desk, "Kenya; Isles")
    desk.pin("Ama", desk.revision.number, move.delegation, move.origin, pinned=True)
    tables = [{"name": "Room A; left"}, {"name": "Room B"}]
    desk.say("Ama", desk.revision.number, {**desk.content.said, "group": tables})
    finished(desk, allocating(desk))

    assert 1 == seats(desk)["Kenya; Isles"][move.origin]
