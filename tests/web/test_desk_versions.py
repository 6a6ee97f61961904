"""Versions of rosters at the desk: re-balances, restarts, colleagues, pins that go along."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from web.desks import (
    LIST,
    SESSION,
    a_desk,
    a_listing,
    across,
    allocating,
    an_office,
    finished,
    reader,
    rebalancing,
    seats,
    without,
)

from allocator.intake import Upload
from allocator.proof import verdict_on
from allocator.rosters import contradictions
from allocator.web import work
from allocator.web.desk import Desk
from allocator.web.jobs import Job
from allocator.web.office import Office
from allocator.web.refusals import NotYet
from allocator.web.revision import Content, Listing


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


def again(folder: Path, office: Office, desk: Desk) -> tuple[Office, Desk]:
    """The same workshop after a restart."""
    identity = desk.filing.workshop
    office.close()
    later = an_office(folder)
    return later, later.desk(identity, SESSION)


def people(desk: Desk) -> int:
    """Everybody on the board."""
    return sum(map(sum, seats(desk).values()))


def put_down(desk: Desk, folder: Path) -> tuple[Path, Path]:
    """The workbook of the board, and the one that its re-balance began with."""
    now, before = folder / "now.xlsx", folder / "before.xlsx"
    now.write_bytes(work.workbook_of(desk.content))
    before.write_bytes(desk.content.published_file)
    return now, before


def test_a_re_balance_is_sound_also_after_restarts(tmp_path: Path) -> None:
    """Restart, re-balance, restart: the workshop opens, and its workbook is proven."""
    kept = tmp_path / "kept"
    office, desk = again(kept, first := an_office(kept), a_desk(first))
    finished(desk, rebalancing(desk, without(LIST, "Kenya") + "Peru,2,GRULAC\n"))
    office, desk = again(kept, office, desk)
    now, before = put_down(desk, tmp_path)

    assert ((2,), (1, 1)) == ((work.on_board(desk.content).version,), seats(desk)["Peru"])
    assert () == contradictions(now)
    assert "proven" == verdict_on(now, prove=True, time_limit=60, previous=before).status
    office.close()


def test_whoever_came_late_stays_however_often_one_allocates_again(office: Office) -> None:
    """And whoever left does not come back; each time the version counts on."""
    desk = a_desk(office)
    finished(desk, rebalancing(desk, without(LIST, "Kenya") + "Peru,2,GRULAC\n"))
    told = []
    for _ in range(3):
        finished(desk, allocating(desk))
        told.append((people(desk), "Peru" in seats(desk), work.on_board(desk.content).version))

    assert [(19, True, 3), (19, True, 4), (19, True, 5)] == told


def test_only_additions_are_added_once(office: Office) -> None:
    """Three more people; allocating again does not lose them."""
    desk = a_desk(office)
    finished(desk, rebalancing(desk, "Delegation,Delegates\nPeru,2\nKenya,1\n", adds=True))
    finished(desk, allocating(desk))

    assert (21, 2) == (people(desk), sum(seats(desk)["Kenya"]))


def test_another_point_of_the_frontier_keeps_settings_and_pins(office: Office) -> None:
    """A meeting that was named since, and a pin, are in the next rosters, whichever is taken."""
    desk = a_desk(office)
    move = across(desk, "Kenya")
    desk.pin("Ama", desk.revision.number, move.delegation, move.origin, pinned=True)
    desk.say("Ama", desk.revision.number, {**desk.content.said, "meeting": "Council"})
    finished(desk, rebalancing(desk, without(LIST, "Ghana")))
    finished(
        desk,
        desk.search(
            "Ama", desk.revision.number, "rebalanced", lambda c, job: work.rebalanced(c, 9, job)
        ),
    )
    outcome = work.on_board(desk.content)

    assert "Council" == outcome.workshop.settings.meeting
    assert (["in"], 1) == (
        [rule.kind for rule in outcome.plan.rules], seats(desk)["Kenya"][move.origin]
    )  # fmt: skip


def test_rules_and_renamed_groups_survive_a_restart(tmp_path: Path) -> None:
    """A hand move under the old names, then settings with new ones: it opens and can be deleted."""
    office = an_office(tmp_path)
    desk = a_desk(office)
    desk.say("Ama", desk.revision.number, {"groups": 2, "rule": [
        {"rule": "in", "who": "Malta", "with": "Group 1"}]})  # fmt: skip
    finished(desk, allocating(desk))
    desk.move("Ama", desk.revision.number, [across(desk, "Kenya")])
    before = seats(desk)
    desk.say("Ama", desk.revision.number, {"group": [{"name": "A"}, {"name": "B"}], "rule": [
        {"rule": "in", "who": "Malta", "with": "A"}]})  # fmt: skip
    office, desk = again(tmp_path, office, desk)

    assert before == seats(desk)
    assert ["in"] == [rule.kind for rule in work.on_board(desk.content).plan.rules]
    office.delete(desk.filing.workshop, SESSION)
    assert () == office.workshops(SESSION)
    office.close()


def test_a_search_does_not_undo_what_a_colleague_changes_meanwhile(office: Office) -> None:
    """Other settings end it with a sentence; a move that was made meanwhile does not."""
    desk, told = a_desk(office), []
    for change in ("settings", "move"):
        gate, begun = Event(), Event()

        def slow(content: Content, job: Job, gate: Event = gate, begun: Event = begun) -> Content:
            begun.set()
            gate.wait(10)
            return work.allocated(content, job)

        job = desk.search("Ama", desk.revision.number, "allocated", slow)
        begun.wait(10)
        if change == "settings":
            desk.say("Li", desk.revision.number, {"groups": 3})
        else:
            desk.move("Li", desk.revision.number, [across(desk, "Kenya")])
        gate.set()
        while not job.is_over:
            gate.wait(0.01)
        told.append((job.standing.code, desk.content.said.get("groups")))

    assert [("E-CHANGED", 3), ("", 3)] == told


def test_uploaded_rosters_of_a_later_version_tell_moves_by_hand_too(office: Office) -> None:
    """Whoever is moved after a re-balance must be told, and whoever goes back need not be."""
    desk = a_desk(office)
    finished(desk, rebalancing(desk, LIST + "Peru,2,GRULAC\n"))
    upload = Upload(content=work.workbook_of(desk.content), file="rosters.xlsx")
    other = office.open(SESSION)
    other.upload("Ama", Listing(upload=upload), reader(Listing(upload=upload)))
    move = across(other, "Kenya")
    other.move("Ama", other.revision.number, [move])
    changes = work.on_board(other.content).changes
    assert changes is not None
    assert [("Kenya", 1)] == [(each.delegation, each.people) for each in changes.moved]
    other.move("Ama", other.revision.number, [across(other, "Kenya")])
    back = work.on_board(other.content).changes

    assert back is not None
    assert () == back.moved


def test_bounds_of_few_moves_are_none_for_more(office: Office) -> None:
    """Whatever is moved after a re-balance, no bound stands above what the frontier reached."""
    desk = a_desk(office)
    group = seats(desk)["Kenya"].index(1)
    leaving = [name for name, there in seats(desk).items() if there[group] == sum(there) == 1]
    finished(desk, rebalancing(desk, without(LIST, *leaving[:2]), most=0))
    best = dict(work.on_board(desk.content).frontier[-1].goals)
    desk.move("Ama", desk.revision.number, [across(desk, "Japan", 1)])
    outcome = work.on_board(desk.content)

    assert all(score.bound <= max(best[score.name], score.limit) for score in outcome.goals)


def test_several_sessions_are_refused_in_words(office: Office) -> None:
    """No suggestion is looked for."""
    desk = a_desk(office)
    desk.say("Ama", desk.revision.number, {"groups": 2, "sessions": 2})
    finished(desk, allocating(desk))
    with pytest.raises(NotYet, match="several sessions"):
        work.suggested(desk.content, Job("suggest", lambda _job: None))


def test_suggestions_are_for_the_groups_on_the_board(office: Office) -> None:
    """Three named rooms, while the settings leave the number open."""
    desk = a_desk(office)
    rooms = [{"name": name, "capacity": 8} for name in "ABC"]
    desk.say("Ama", desk.revision.number, {"groups": "3", "group": rooms})
    finished(desk, allocating(desk))
    desk.say("Ama", desk.revision.number, {"groups": "auto", "group": rooms})
    desk.move("Ama", desk.revision.number, [across(desk, "Kenya")])
    found = work.suggested(desk.content, Job("suggest", lambda _job: None))

    assert found
    assert all(step.target in "ABC" for each in found for step in each.steps)


def test_a_list_with_one_problem_is_told_so(office: Office) -> None:
    """One problem, and one delegation."""
    desk = office.open(SESSION)
    told = []
    for text in ("Delegation,Delegates\nKenya,many\n", "Delegation,Delegates\nKenya,3\n"):
        listing = a_listing(text)
        told.append(desk.upload("Ama", listing, reader(listing)).what)

    assert ["Uploaded a list with 1 problem.", "Read a list of 1 delegation."] == told
