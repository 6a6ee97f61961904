"""The desk: revisions, undo and redo, pins, colleagues, and what is read back from disk."""

from collections.abc import Iterator
from pathlib import Path

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
from allocator.web.refusals import Busy, NotThere, NotYet, Outdated
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
    outcome, file = work.published(desk.content, desk.revision.when)
    path = tmp_path / "rosters.xlsx"
    path.write_bytes(file)

    assert seats(desk) == {d.name: outcome.seats_of(d) for d in outcome.workshop.delegations}
    assert () == contradictions(path)


def test_a_re_balance_makes_the_next_version_and_other_points_can_be_taken(office: Office) -> None:
    """Two leave one group; nobody moves at first, then the best point of the frontier is taken."""
    desk = a_desk(office)
    before = desk.content
    group = seats(desk)["Kenya"].index(1)
    leaving = [name for name, there in seats(desk).items() if there[group] == sum(there) == 1]
    text = "\n".join(
        line
        for line in a_listing().upload.content.decode().splitlines()
        if not line.startswith(tuple(leaving[:2]))
    )
    listing = a_listing(text, "late.csv")
    published, file = work.published(before, desk.revision.when)

    def made(most: int | None) -> Content:
        from dataclasses import replace  # noqa: PLC0415 - only here

        found = reader(listing)
        assert isinstance(found, Examination)
        content = replace(
            before, published=published, published_file=file, late=listing, late_examination=found
        )
        return work.rebalanced(content, most, Job("rebalanced", lambda _job: None))

    chosen, none = made(None), made(0)
    last = work.on_board(chosen).frontier[-1]

    assert 2 == work.on_board(chosen).version
    assert 0 == work.on_board(none).changes.moves  # type: ignore[union-attr] # it is a re-balance
    assert last.goals["size"] <= work.on_board(none).goals[0].value


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
    """It is busy until the first one is stopped."""
    desk = a_desk(office)
    gate: list[Job] = []

    def wait(job: Job) -> Content:
        gate.append(job)
        while True:
            job(None)

    job = desk.search("Ama", desk.revision.number, "allocated", wait)
    with pytest.raises(Busy):
        allocating(desk)
    desk.stop()

    def over() -> bool:
        return job.is_over

    finished_waiting(over)
    assert job.is_over


def finished_waiting(over: "object") -> None:
    """Wait until something is so, for at most ten seconds."""
    from time import monotonic, sleep  # noqa: PLC0415 - only here

    until = monotonic() + 10
    while not over() and monotonic() < until:  # type: ignore[operator] # a function
        sleep(0.01)
