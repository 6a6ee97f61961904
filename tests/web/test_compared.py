"""Any version beside the one on the board: who has to be told, and every goal in both."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from web.desks import (
    a_desk,
    across,
    allocating,
    an_office,
    finished,
    rebalancing,
    seats,
    without,
)
from web.serving import serving
from web.workshops import SMALL, allocated

from allocator.web.desk import Desk
from allocator.web.office import Office
from allocator.web.pages import workshop_html
from allocator.web.refusals import NotThere
from allocator.web.views import compared_view


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[httpx.Client]:
    """The visitor of a server that keeps nothing."""
    with serving(tmp_path) as server, server.visitor() as visitor:
        yield visitor


def compared(desk: Desk, number: int, language: str = "en") -> dict[str, Any]:
    """The latest version beside the one of a number."""
    return compared_view(desk.filing.content(number), desk.content, number, language)


def moved_by_hand(desk: Desk) -> int:
    """The version before Kenya was moved to the other group."""
    before = desk.revision.number
    desk.move("Ama", before, [across(desk, "Kenya")])
    return before


def test_whoever_was_moved_by_hand_is_named(office: Office) -> None:
    """From and to which group, and what it did to the goals."""
    desk = a_desk(office)
    before = moved_by_hand(desk)
    view = compared(desk, before)
    (row,) = view["moved"]
    sizes = [sum(column) for column in zip(*seats(desk).values(), strict=True)]
    size = next(each for each in view["goals"] if each["title"] == "Size of the groups")

    assert ("Kenya", 1, {"Group 1", "Group 2"}) == (
        row["delegation"], row["people"], {row["from"], row["to"]}
    )  # fmt: skip
    assert (0, max(sizes) - min(sizes)) == (size["before"], size["after"])
    assert ["1 of 18 people who had a seat must be told another group.",
            "New: 0 people. Withdrawn: 0 people."] == view["lines"]  # fmt: skip


def test_the_same_rosters_have_no_changes(office: Office) -> None:
    """A move that was taken back is none."""
    desk = a_desk(office)
    before = moved_by_hand(desk)
    desk.undo("Ama", desk.revision.number)
    view = compared(desk, before, "fr")

    assert [[], [], []] == [view[kind] for kind in ("moved", "new", "left")]
    assert all(each["before"] == each["after"] for each in view["goals"])


def test_who_came_and_went_with_a_late_list_is_named(office: Office) -> None:
    """Also when rosters were changed by hand since."""
    desk = a_desk(office)
    before = desk.revision.number
    finished(desk, rebalancing(desk, without(SMALL, "Kenya") + "Palau,1,Asia\n"))
    moved_by = compared(desk, before)

    assert {"Kenya"} == {row["delegation"] for row in moved_by["left"]}
    assert {"Palau"} == {row["delegation"] for row in moved_by["new"]}


def test_what_cannot_be_compared_says_why(office: Office) -> None:
    """A list has no rosters; several sessions have several seats for everybody."""
    desk = a_desk(office)
    several = a_desk(office)
    several.say("Ama", several.revision.number, {"groups": 2, "sessions": 2})
    finished(several, allocating(several))

    assert "This version has no rosters." == compared(desk, 1)["problem"]
    assert "several sessions" in compared(several, several.revision.number)["problem"]


def test_the_page_shows_the_version_that_was_asked_for(office: Office) -> None:
    """Beside each other version stands a link; the step shows one comparison, in its language."""
    desk = a_desk(office)
    before = moved_by_hand(desk)
    plain = workshop_html(desk, "versions", "Ama", "en")
    page = workshop_html(desk, "versions", "Ama", "fr", compare=before)

    assert f'?step=versions&amp;compare={before}#compared" aria-label="Compare with' in plain
    assert f"compare={desk.revision.number}#" not in plain
    assert "What changed since" not in plain
    assert f"Changements depuis la version {before}" in page
    with pytest.raises(NotThere):
        workshop_html(desk, "versions", "Ama", "en", compare=99)
    assert "compared" not in workshop_html(desk, "board", "Ama", "en", compare=99)


@pytest.mark.parametrize(
    ("wanted", "status", "shown"),
    [("3", 200, True), ("", 200, False), ("x", 200, False), ("-1", 200, False),
     ("9" * 10, 200, False), ("\u0663", 200, False), ("99", 404, False)],
)  # fmt: skip
def test_the_address_names_a_version(
    client: httpx.Client, wanted: str, status: int, *, shown: bool
) -> None:
    """Whatever is no number compares nothing; a version that is not there is not found."""
    identity = allocated(client, SMALL.encode(), settings={"groups": 2})
    address = f"/workshops/{identity}"
    answer = client.get(address, params={"step": "versions", "compare": wanted})

    assert (status, shown) == (answer.status_code, "What changed since version" in answer.text)
