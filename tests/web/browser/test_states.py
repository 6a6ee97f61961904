"""Every state in light and dark: nothing for axe-core to find, and nothing off the page."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page
from web.browser import states
from web.browser.shelf import Shelf
from web.browser.visits import WINDOW, ZOOMED, Visit, visiting
from web.serving import Server

#: Pixels that a page is wider than its window.
TOO_WIDE = "Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
#: What axe-core finds, by all its rules or by some of them: rule -> the elements.
FOUND = """async some => Object.fromEntries((await axe.run(document, {resultTypes: ['violations'],
  ...(some.length ? {runOnly: some} : {})}))
  .violations.map(each => [each.id, each.nodes.map(node => node.target.join(' ')).slice(0, 5)]))"""
#: Its rules of colours: all that another colour scheme can break, since it changes nothing else.
OF_COLOURS = ["color-contrast", "link-in-text-block"]


@pytest.fixture(scope="module")
def shelf(office: Server) -> Iterator[Shelf]:
    """Workshops in every state."""
    with office.visitor("Ama") as client:
        yield Shelf(client)


@pytest.fixture
def ama(chromium: Browser, office: Server) -> Iterator[Visit]:
    """A visit of a colleague."""
    with visiting(chromium, office, extra_http_headers={"X-User": "Ama"}) as visit:
        yield visit


@pytest.mark.parametrize("name", states.STATES)
def test_a_state_is_accessible_and_fits_its_window(ama: Visit, shelf: Shelf, name: str) -> None:
    """In light and in dark, at 1280 x 720 and at 200 % zoom."""
    page = states.STATES[name](ama, shelf)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = {scheme: axe_finds(page, scheme) for scheme in ("light", "dark")}
    wide = page.evaluate(TOO_WIDE)
    zoom(page)
    zoomed = page.evaluate(TOO_WIDE)
    states.leave(shelf)

    assert {"light": {}, "dark": {}} == found
    assert (0, 0) == (wide, zoomed)


def axe_finds(page: Page, scheme: str) -> dict[str, list[str]]:
    """What axe-core finds in a colour scheme."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found: dict[str, list[str]] = page.evaluate(FOUND, OF_COLOURS if scheme == "dark" else [])
    return found


def zoom(page: Page) -> None:
    """As a window of 1280 x 720 pixels at 200 % zoom."""
    session = page.context.new_cdp_session(page)
    metrics = {**ZOOMED, "deviceScaleFactor": WINDOW["width"] / ZOOMED["width"], "mobile": False}
    session.send("Emulation.setDeviceMetricsOverride", metrics)
