"""Every page and state that a user can come to, and the way there."""

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Page
from web.browser.shelf import Shelf
from web.browser.visits import Visit

#: Leads a visit to a state.
Way = Callable[[Visit, Shelf], Page]


def start(visit: Visit, shelf: Shelf) -> Page:
    """The start page with the workshops of the office."""
    assert shelf.sound
    page = visit.open("/")
    page.wait_for_selector(".shelf-item")
    return page


def list_with_problems(visit: Visit, shelf: Shelf) -> Page:
    """A list that cannot be used."""
    return _step(visit, shelf.spoiled, "list")


def list_sound(visit: Visit, shelf: Shelf) -> Page:
    """A list that can be used, and every column that can be read."""
    page = _step(visit, shelf.sound, "list")
    _unfold(page)
    return page


def settings(visit: Visit, shelf: Shelf) -> Page:
    """Settings of which nothing is said yet."""
    return _step(visit, shelf.sound, "settings")


def settings_with_rules_and_groups(visit: Visit, shelf: Shelf) -> Page:
    """Settings with everything said."""
    page = _step(visit, shelf.ruled, "settings")
    _unfold(page)
    return page


def job_running(visit: Visit, shelf: Shelf) -> Page:
    """A search that takes long."""
    page = _step(visit, shelf.hard, "settings")
    page.get_by_role("button", name="Save and allocate").click()
    page.wait_for_selector("#fragment-job .job-line")
    return page


def job_failed(visit: Visit, shelf: Shelf) -> Page:
    """A search for what cannot be."""
    page = _step(visit, shelf.clashing, "settings")
    page.get_by_role("button", name="Save and allocate").click()
    page.wait_for_selector("#fragment-job.failed")
    return page


def board(visit: Visit, shelf: Shelf) -> Page:
    """The best rosters."""
    page = _step(visit, shelf.board, "board")
    _unfold(page)
    return page


def board_with_a_menu(visit: Visit, shelf: Shelf) -> Page:
    """The menu of a card."""
    page = _step(visit, shelf.moved, "board")
    page.locator('.card:not([data-people="1"])').first.press("Enter")
    page.wait_for_selector(".card-menu")
    return page


def board_searched(visit: Visit, shelf: Shelf) -> Page:
    """Only the cards that hold a text."""
    page = _step(visit, shelf.moved, "board")
    page.locator("#search").fill("fr")
    return page


def board_with_late_zones(visit: Visit, shelf: Shelf) -> Page:
    """Where late lists are dropped."""
    page = _step(visit, shelf.moved, "board")
    page.get_by_role("button", name="Late list").click()
    page.wait_for_selector("#late:not([hidden])")
    return page


def board_after_a_move(visit: Visit, shelf: Shelf) -> Page:
    """A card that was moved, and a card that is pinned."""
    page = _step(visit, shelf.moved, "board")
    page.wait_for_selector(".card.moved")
    return page


def why(visit: Visit, shelf: Shelf) -> Page:
    """Why a delegation sits where it sits."""
    page = board_with_a_menu(visit, shelf)
    page.get_by_role("button", name="Why here?").click()
    page.wait_for_selector("#dialog[open] .lines li")
    return page


def suggestions(visit: Visit, shelf: Shelf) -> Page:
    """What would make a spoiled board better."""
    page = _step(visit, shelf.moved, "board")
    page.get_by_role("button", name="Suggest").click()
    page.wait_for_selector(".suggestion")
    return page


def changes(visit: Visit, shelf: Shelf) -> Page:
    """After a re-balance: the frontier, and who must be told."""
    return _step(visit, shelf.rebalanced, "changes")


def board_of_the_next_version(visit: Visit, shelf: Shelf) -> Page:
    """The board after a re-balance."""
    return _step(visit, shelf.renewed, "board")


def versions(visit: Visit, shelf: Shelf) -> Page:
    """The history."""
    return _step(visit, shelf.moved, "versions")


def alert(visit: Visit, shelf: Shelf) -> Page:
    """A refusal: there is nothing to undo."""
    visit.refusals.add(409)
    page = _step(visit, shelf.moved, "board")
    page.evaluate("document.querySelector('#workshop').dataset.revision = '1'")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_selector("#alerts .alert")
    return page


def page_that_is_not_there(visit: Visit, shelf: Shelf) -> Page:
    """The address of somebody else's workshop, or of none."""
    assert shelf.sound
    visit.refusals.add(404)
    return visit.open("/workshops/nobody")


STATES: Final[dict[str, Way]] = {
    way.__name__: way
    for way in (
        *(start, list_with_problems, list_sound, settings, settings_with_rules_and_groups),
        *(job_running, job_failed, board, board_with_a_menu, board_searched),
        *(board_with_late_zones, board_after_a_move, why, suggestions, changes),
        *(board_of_the_next_version, versions, alert, page_that_is_not_there),
    )
}


def leave(shelf: Shelf) -> None:
    """End what a state started."""
    if "hard" in vars(shelf):
        shelf.office.post(f"/api/workshops/{shelf.hard}/stop", json={})


def _step(visit: Visit, workshop: str, step: str) -> Page:
    page = visit.open(f"/workshops/{workshop}?step={step}")
    page.wait_for_selector(f"#fragment-{step}")
    return page


def _unfold(page: Page) -> None:
    """Open everything that can be opened."""
    for summary in page.locator("#main summary").all():
        summary.click()
