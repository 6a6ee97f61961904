"""The desk: revisions, undo and redo, pins, colleagues, and what is read back from disk."""

import threading
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from web.desks import (
    SESSION,
    a_desk,
    a_listing,
    across,
    allocating,
    an_office,
    finished,
    reader,
    seats,
)

from allocator.errors import ListRefused
from allocator.intake import Examination
from allocator.rosters import contradictions
from allocator.web import work
from allocator.web.jobs import Job
from allocator.web.office import Office
from allocator.web.refusals import NotThere, NotYet, Outdated, Searching
from allocator.web.revision import Content


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


def test_every_change_is_a_revision_with_who_and_what(office: Office) -> None:
    """The list, the settings, the rosters, a move: in order, each by its author."""
    desk = a_desk(office)
    desk.move("Li", desk.revision.number, [across(desk, "Kenya")])
    told = [(line.number, line.who, line.kind) for line in desk.history()]

    assert told == [
        (1, "Ama", "list"), (2, "Ama", "settings"), (3, "Ama", "allocated"), (4, "Li", "moved")
    ]  # fmt: skip
    assert desk.revision.what.startswith("Moved Kenya to Group ")


def test_undo_and_redo_go_back_and_forth_any_number_of_times(office: Office) -> None:
    """Three moves undone one by one, then done again; a new move after an undo ends the redo."""
    desk = a_desk(office)
    states = [seats(desk)]
    for name in ("Kenya", "Ghana", "Malta"):
        desk.move("Ama", desk.revision.number, [across(desk, name)])
        states.append(seats(desk))
    back = []
    for _ in range(3):
        desk.undo("Ama", desk.revision.number)
        back.append(seats(desk))
    forth = []
    for _ in range(2):
        desk.redo("Ama", desk.revision.number)
        forth.append(seats(desk))
    desk.move("Ama", desk.revision.number, [across(desk, "India")])

    assert states[2::-1] == back
    assert states[1:3] == forth
    with pytest.raises(NotYet):
        desk.redo("Ama", desk.revision.number)


def test_undo_and_redo_tell_the_change_itself(office: Office) -> None:
    """However often it went back and forth; never that an undoing was undone."""
    desk = a_desk(office)
    for name in ("Kenya", "Ghana"):
        desk.move("Ama", desk.revision.number, [across(desk, name)])
    for step in (desk.undo, desk.undo, desk.redo, desk.redo, desk.undo, desk.redo):
        step("Ama", desk.revision.number)
    told = [line.what.rpartition(" to ")[0] for line in desk.history()[-6:]]

    assert [
        "Undone: Moved Ghana",
        "Undone: Moved Kenya",
        "Done again: Moved Kenya",
        "Done again: Moved Ghana",
        "Undone: Moved Ghana",
        "Done again: Moved Ghana",
    ] == told


def test_a_colleague_who_was_faster_is_named(office: Office) -> None:
    """The change is not made, and the sentence says what happened."""
    desk = a_desk(office)
    number = desk.revision.number
    desk.move("Li", number, [across(desk, "Kenya")])
    before = seats(desk)
    with pytest.raises(Outdated, match="Li changed this workshop meanwhile: Moved Kenya"):
        desk.move("Ama", number, [across(desk, "Ghana")])

    assert before == seats(desk)


def test_a_pin_holds_through_an_allocation_and_can_be_taken_away(office: Office) -> None:
    """Kenya is put into the other group and pinned: the next best rosters leave it there."""
    desk = a_desk(office)
    move = across(desk, "Kenya")
    desk.move("Ama", desk.revision.number, [move])
    desk.pin("Ama", desk.revision.number, move.delegation, move.target, pinned=True)
    finished(desk, allocating(desk))
    rules = work.on_board(desk.content).plan.rules
    pinned = seats(desk)["Kenya"][move.target]
    desk.pin("Ama", desk.revision.number, move.delegation, move.target, pinned=False)

    assert (1, ["in"]) == (pinned, [rule.kind for rule in rules])
    assert () == work.on_board(desk.content).plan.rules


def test_settings_that_cannot_be_are_refused_and_change_nothing(office: Office) -> None:
    """An unknown key, by its name."""
    desk = a_desk(office)
    number = desk.revision.number
    with pytest.raises(ListRefused, match="E-SETTING"):
        desk.say("Ama", number, {"groops": 3})

    assert number == desk.revision.number


def test_a_list_with_problems_is_kept_to_be_shown(office: Office) -> None:
    """Its problems are there; allocating it is refused as a step that is not yet due."""
    desk = office.open(SESSION)
    listing = a_listing("Delegation,Delegates\nKenya,many\n")
    found = reader(listing)
    desk.upload("Ama", listing, found)
    with pytest.raises(NotYet):
        work.listed(desk.content)

    assert isinstance(found, Examination)
    assert 1 == len(found.errors)


def test_the_downloaded_workbook_is_sound_also_after_changes_by_hand(
    office: Office, tmp_path: Path
) -> None:
    """The audit of the workbook finds nothing that contradicts it."""
    desk = a_desk(office)
    desk.move("Ama", desk.revision.number, [across(desk, "Kenya")])
    outcome, file = work.published(desk.content)
    path = tmp_path / "rosters.xlsx"
    path.write_bytes(file)

    assert seats(desk) == {d.name: outcome.seats_of(d) for d in outcome.workshop.delegations}
    assert () == contradictions(path)


def test_what_was_done_is_there_after_a_restart(tmp_path: Path) -> None:
    """Seats, pins, history and settings, read back from the file; then undo still works."""
    office = an_office(tmp_path)
    desk = a_desk(office)
    move = across(desk, "Kenya")
    desk.move("Ama", desk.revision.number, [move])
    desk.pin("Ama", desk.revision.number, move.delegation, move.target, pinned=True)
    identity, before, history = desk.filing.workshop, seats(desk), desk.history()
    office.close()

    again = an_office(tmp_path)
    back = again.desk(identity, "another session")

    assert before == seats(back)
    assert history == back.history()
    assert ["in"] == [rule.kind for rule in work.on_board(back.content).plan.rules]
    back.undo("Li", back.revision.number)
    back.undo("Li", back.revision.number)
    assert move.origin == seats(back)["Kenya"].index(1)
    again.close()


def test_a_workshop_of_somebody_else_is_not_there(office: Office) -> None:
    """Neither opened nor deleted by another session."""
    desk = a_desk(office)
    identity = desk.filing.workshop
    with pytest.raises(NotThere):
        office.desk(identity, "another session")
    with pytest.raises(NotThere):
        office.delete(identity, "another session")
    office.delete(identity, SESSION)
    with pytest.raises(NotThere):
        office.desk(identity, SESSION)


def test_a_second_search_of_the_same_workshop_is_refused_while_one_runs(office: Office) -> None:
    """It is busy until the first one, which has begun, is stopped."""
    desk, begun = a_desk(office), threading.Event()

    def wait(content: Content, job: Job) -> Content:
        begun.set()
        while not job(None):
            sleep(0.01)
        return content

    job = desk.search("Ama", desk.revision.number, "allocated", wait)
    assert begun.wait(10)
    with pytest.raises(Searching):
        allocating(desk)
    desk.stop()
    finished(desk, job)

    assert "allocated" == desk.revision.kind
