"""The whole way in a real browser: a list, its rosters, a late list, its rosters."""

from pathlib import Path

from playwright.sync_api import Page, expect
from web.browser.gestures import choose_by_keys, drag, drop_file, press, saved, tab_to
from web.browser.inc_list import DELEGATIONS, LIST, late_additions, late_list, verify
from web.browser.visits import Visit


def test_the_whole_way_with_the_mouse(visit: Visit, tmp_path: Path) -> None:
    """A file is dropped, a card is dragged, the workbook verifies, and so does its re-balance."""
    page = visit.open()
    drop_file(page.locator("[data-drop]"), LIST)
    expect(page.locator("#list-title")).to_have_text("The list can be used")
    expect(page.locator(".figures")).to_contain_text(str(DELEGATIONS))
    page.get_by_role("link", name="Go on to the settings").click()
    page.get_by_label("Meeting", exact=True).fill("Council")
    page.get_by_role("button", name="Save and allocate").click()
    card = page.locator('.group[data-group="0"] .card').first
    number, name = str(card.get_attribute("id")).split("-")[1], card.get_attribute("data-name")
    drag(page, card, page.locator('.group[data-group="1"]'))
    expect(page.locator(f"#card-{number}-1")).to_contain_text("moved")
    expect(page.locator("#said")).to_contain_text(f"Moved {name}")
    first = downloaded_by_mouse(page, tmp_path)
    page.get_by_role("button", name="Late list").click()
    drop_file(page.locator('[data-drop*="mode=list"]'), late_list(tmp_path))
    take_a_point(page)
    page.get_by_role("link", name="To the board").click()
    second = downloaded_by_mouse(page, tmp_path)

    require_sound(first, second)
    assert first.name.startswith("Council_rosters_v1_")
    assert second.name.startswith("Council_rosters_v2_")


def test_the_whole_way_with_the_keyboard_alone(visit: Visit, tmp_path: Path) -> None:
    """No mouse: everything is reached with Tab, and a card is moved, pinned and moved back."""
    page = visit.open()
    choose_by_keys(page, "#drop-start", LIST)
    page.wait_for_selector("#fragment-list")
    press(page, "main a.primary")
    page.wait_for_selector("#fragment-settings")
    press(page, 'button[value="allocate"]')
    page.wait_for_selector("#fragment-board")
    move_and_pin_by_keys(page)
    first = downloaded_by_keys(page, tmp_path)
    press(page, '[data-open="late"]')
    choose_by_keys(page, "#drop-late-add", late_additions(tmp_path))
    page.wait_for_selector("#fragment-changes")
    press(page, "main a.primary")
    page.wait_for_selector("#fragment-board")
    second = downloaded_by_keys(page, tmp_path)

    require_sound(first, second)


def require_sound(first: Path, second: Path) -> None:
    """Both workbooks verify, the second as a re-balance of the first that nothing could better."""
    for arguments in ((first,), (second, "--prove", "--from", first)):
        code, told = verify(*arguments)
        assert 0 == code, told


def take_a_point(page: Page) -> None:
    """Another number of moves than the one that was taken; the page comes anew with it."""
    point = page.get_by_role("button", name="Take").first
    moves = str(point.get_attribute("data-frontier"))
    point.click()
    expect(page.locator("tr.current th")).to_have_text(moves)


def move_and_pin_by_keys(page: Page) -> None:
    """Search a delegation, move it to the next group, pin it there, take both back and do again."""
    page.keyboard.press("/")
    page.keyboard.type("albania")
    page.keyboard.press("Enter")
    card = page.locator(".card:focus")
    number = str(card.get_attribute("id")).split("-")[1]
    origin = int(str(card.get_attribute("data-group")))
    step = ("Alt+ArrowRight", 1) if origin == 0 else ("Alt+ArrowLeft", -1)
    page.keyboard.press(step[0])
    moved = page.locator(f"#card-{number}-{origin + step[1]}")
    expect(moved).to_be_focused()
    expect(page.locator("#said")).to_contain_text("Moved Albania")
    page.keyboard.press("p")
    expect(moved).to_have_attribute("data-pinned", "true")
    page.keyboard.press("Control+z")
    expect(moved).to_have_attribute("data-pinned", "false")
    page.keyboard.press("Control+z")
    expect(page.locator(f"#card-{number}-{origin}")).to_be_visible()
    page.keyboard.press("Control+y")
    expect(moved).to_be_visible()


def downloaded_by_mouse(page: Page, folder: Path) -> Path:
    """The rosters of the board, after a click."""
    with page.expect_download() as asked:
        page.get_by_role("link", name="Download rosters").click()
    return saved(asked.value, folder)


def downloaded_by_keys(page: Page, folder: Path) -> Path:
    """The rosters of the board, after Enter."""
    tab_to(page, ".tools a[download]")
    with page.expect_download() as asked:
        page.keyboard.press("Enter")
    return saved(asked.value, folder)
