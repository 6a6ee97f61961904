"""Two colleagues at one workshop: each is told what the other did, and nothing is overwritten."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from web.browser.gestures import drag
from web.browser.inc_list import LIST
from web.browser.visits import Visit, visiting
from web.serving import Server
from web.workshops import allocated


@pytest.fixture
def ama(chromium: Browser, office: Server) -> Iterator[Visit]:
    """A visit of one colleague, as the proxy sends it."""
    with visiting(chromium, office, extra_http_headers={"X-User": "Ama"}) as visit:
        yield visit


@pytest.fixture
def luis(chromium: Browser, office: Server) -> Iterator[Visit]:
    """A visit of another colleague."""
    with visiting(chromium, office, extra_http_headers={"X-User": "Luis"}) as visit:
        yield visit


@pytest.fixture
def board(office: Server) -> str:
    """The address of a board that both see."""
    with office.visitor("Ama") as client:
        return f"/workshops/{allocated(client, LIST.read_bytes(), LIST.name)}"


def test_the_second_is_told_of_the_first_ones_change(ama: Visit, luis: Visit, board: str) -> None:
    """Who did what is said, and the board shows it without being loaded again."""
    page, other = ama.open(board), luis.open(board)
    card = page.locator('.group[data-group="0"] .card').first
    number = str(card.get_attribute("id")).split("-")[1]
    drag(page, card, page.locator('.group[data-group="1"]'))

    expect(page.locator(f"#card-{number}-1")).to_be_visible()
    expect(other.locator("#said")).to_contain_text("Ama: Moved ")
    expect(other.locator(f"#card-{number}-1")).to_be_visible()


def test_a_change_of_an_older_version_is_refused(ama: Visit, luis: Visit, board: str) -> None:
    """Where the news did not arrive in time, the change is refused, and the newer board shown."""
    luis.refusals.add(409)
    page, other = ama.open(board), luis.open(board)
    card = page.locator('.group[data-group="0"] .card').first
    number = str(card.get_attribute("id")).split("-")[1]
    drag(page, card, page.locator('.group[data-group="1"]'))
    expect(other.locator(f"#card-{number}-1")).to_be_visible()
    other.evaluate("document.querySelector('#workshop').dataset.revision = '2'")
    drag(other, other.locator(f"#card-{number}-1"), other.locator('.group[data-group="0"]'))

    expect(other.get_by_role("alert")).to_contain_text("Ama")
    expect(other.locator(f"#card-{number}-1")).to_be_visible()


def test_the_history_names_both(ama: Visit, luis: Visit, board: str) -> None:
    """Each version with who made it."""
    page = luis.open(board)
    card = page.locator('.group[data-group="0"] .card').first
    drag(page, card, page.locator('.group[data-group="1"]'))
    expect(page.locator("#said")).to_contain_text("Moved ")
    versions = ama.open(f"{board}?step=versions").locator("table.versions")

    expect(versions).to_contain_text("Ama")
    expect(versions).to_contain_text("Luis")
