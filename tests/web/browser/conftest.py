"""A browser and an office for all tests of this folder; each test has a profile of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from web.browser.visits import Visit, launched, visiting
from web.serving import Server, serving

CHROMIUM = shutil.which("chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say so where there is no browser."""
    here = Path(__file__).parent
    for item in items:
        if CHROMIUM is None and here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium; every visit has a profile of its own in it."""
    with sync_playwright() as playwright:
        browser = launched(playwright, str(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server behind the office's proxy: all colleagues see all workshops."""
    with serving(tmp_path_factory.mktemp("office"), proxied=True) as running:
        yield running


@pytest.fixture
def visit(chromium: Browser, server: Server) -> Iterator[Visit]:
    """A visit of somebody new, in which nothing may fail and nothing may leave the machine."""
    with visiting(chromium, server) as begun:
        yield begun
