"""What the hands of a user do: files from the desktop, cards under the mouse, keys."""

from pathlib import Path

from playwright.sync_api import Download, FileChooser, Locator, Page

#: More presses of Tab than any page has places to stop at.
MOST_STOPS = 400


def drop_file(zone: Locator, path: Path) -> None:
    """Drag a file from the desktop onto a zone and let go: trusted events, as the system sends."""
    zone.scroll_into_view_if_needed()
    box = zone.bounding_box()
    assert box is not None
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    held = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    session = zone.page.context.new_cdp_session(zone.page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": held})
    session.detach()


def drag(page: Page, card: Locator, target: Locator) -> None:
    """Take a card with the mouse and let it go over a group."""
    start, end = card.bounding_box(), target.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 40, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + 60, end["y"] + end["height"] / 2, steps=5)
    page.mouse.up()


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until what the selector means has the focus, and can be seen to have it."""
    for _ in range(MOST_STOPS):
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            assert page.locator(":focus-visible").count(), f"no focus is shown on {wanted}"
            return
        page.keyboard.press("Tab")
    message = f"Tab never reaches {wanted}"
    raise AssertionError(message)


def press(page: Page, wanted: str, key: str = "Enter") -> None:
    """Go to something with Tab and press a key there."""
    tab_to(page, wanted)
    page.keyboard.press(key)


def choose_by_keys(page: Page, wanted: str, path: Path) -> None:
    """Go to a field for files with Tab, open it, and choose a file."""
    # Asked for before the way there: the browser is told only meanwhile to hand the field over.
    with page.expect_file_chooser() as asked:
        tab_to(page, wanted)
        page.keyboard.press("Space")
    chooser: FileChooser = asked.value
    chooser.set_files(path)


def saved(download: Download, folder: Path) -> Path:
    """The file that was downloaded, under the name that the server gave it."""
    path = folder / download.suggested_filename
    download.save_as(path)
    return path
