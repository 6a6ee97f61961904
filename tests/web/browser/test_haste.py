"""Keys that are pressed faster than the server answers."""

from playwright.sync_api import expect
from web.browser.visits import Visit
from web.workshops import SMALL, allocated


def test_changes_in_haste_are_made_one_after_the_other(visit: Visit) -> None:
    """Three moves taken back at once: none is refused as if a colleague had been faster."""
    visit.open()
    cookies = {each["name"]: each["value"] for each in visit.page.context.cookies()}
    with visit.server.visitor() as client:
        client.cookies.clear()
        client.cookies.update(cookies)
        identity = allocated(client, SMALL.encode(), settings={"groups": 2})
    page = visit.open(f"/workshops/{identity}?step=board")
    page.locator(".card").first.focus()
    for key in ("Alt+ArrowRight", "Alt+ArrowLeft", "Alt+ArrowRight"):
        before = page.locator("#fragment-board").get_attribute("data-revision")
        page.keyboard.press(key)
        expect(page.locator("#fragment-board")).not_to_have_attribute("data-revision", str(before))
    for _ in range(3):
        page.keyboard.press("Control+z")

    expect(page.locator("#fragment-board")).to_have_attribute("data-revision", "9")
    expect(page.locator("#alerts .alert")).to_have_count(0)
    expect(page.locator(".card.moved")).to_have_count(0)
