"""The steps of the page in a French browser, and then in Spanish by a link of its head."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from web.browser.gestures import drop_file
from web.browser.inc_list import late_additions
from web.browser.test_states import TOO_WIDE, axe_finds, zoom
from web.browser.visits import Visit, visiting
from web.english import english
from web.serving import Server
from web.workshops import SMALL


@pytest.fixture
def french(chromium: Browser, server: Server) -> Iterator[Visit]:
    """A visit of somebody whose browser asks for French."""
    with visiting(chromium, server, locale="fr-FR") as visit:
        yield visit


def steps(page: Page, folder: Path) -> Iterator[str]:
    """The name of each state on the way from a list to a list that came late."""
    path = folder / "liste.csv"
    path.write_text(SMALL, "utf-8")
    yield "start"
    drop_file(page.locator("[data-drop]"), path)
    expect(page.locator("#list-title")).to_have_text("La liste peut être utilisée")
    yield "list"
    page.get_by_role("link", name="Passer aux paramètres").click()
    page.get_by_role("button", name="Ajouter un groupe").click()
    expect(page.get_by_label("Nom du groupe 1")).to_be_focused()
    page.get_by_role("button", name="Retirer le groupe 1").click()
    page.get_by_label("Deux", exact=True).check()
    yield "settings"
    page.get_by_role("button", name="Enregistrer et répartir").click()
    page.wait_for_selector("#fragment-board")
    yield from on_the_board(page)
    page.get_by_role("button", name="Liste tardive").click()
    yield "late zones"
    drop_file(page.locator('[data-drop*="mode=add"]'), late_additions(folder))
    page.wait_for_selector("#fragment-changes")
    yield "changes"
    page.get_by_role("link", name="Versions").click()
    expect(page.locator(".versions tbody tr").last).to_contain_text("Lecture d\u2019une liste")
    yield "versions"


def on_the_board(page: Page) -> Iterator[str]:
    """A card is moved, asked about, pinned; suggestions are asked for."""
    card = page.locator('.group[data-group="0"] .card').first
    number = str(card.get_attribute("id")).split("-")[1]
    card.press("Alt+ArrowRight")
    expect(page.locator("#said")).to_contain_text("Déplacement\u202f: ")
    card = page.locator(f"#card-{number}-1")
    card.press("p")
    expect(page.locator("#said")).to_contain_text("Épinglage\u202f: ")
    card.press("Enter")
    expect(page.locator(".card-menu [data-pin]")).to_have_text("Retirer l\u2019épingle")
    yield "menu"
    page.get_by_role("button", name="Pourquoi ici\u202f?").click()
    page.wait_for_selector("#dialog[open] .lines li")
    yield "why"
    page.get_by_role("button", name="Fermer").click()
    page.get_by_role("button", name="Suggérer").click()
    page.wait_for_selector("#suggestions-title")
    yield "suggestions"


def test_every_step_is_french_and_accessible(french: Visit, tmp_path: Path) -> None:
    """No English of the page, nothing for axe-core to find, nothing wider than the window."""
    page = french.open()
    found = {}
    for state in steps(page, tmp_path):
        page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
        finds = axe_finds(page, "light")
        found[state] = (finds, english(page.content(), "fr"), page.evaluate(TOO_WIDE))
    zoom(page)
    lang = page.locator("html").get_attribute("lang")
    wide = page.evaluate(TOO_WIDE)

    assert {state: ({}, [], 0) for state in found} == found
    assert ("fr", 0) == (lang, wide)


def test_a_link_changes_the_language_and_stays(french: Visit) -> None:
    """Without a script of ours; the choice holds for the next page, whatever the browser asks."""
    page = french.open()
    page.get_by_role("link", name="ES (Español)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Grupos paralelos para su taller")
    french.open("/")

    expect(page.locator("html")).to_have_attribute("lang", "es")
    assert [] == english(page.content(), "es")
    assert "language=" not in page.url
