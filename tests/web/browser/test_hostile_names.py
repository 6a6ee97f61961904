"""Names that would be markup or script, on every step of the page."""

from web import hostile
from web.browser.visits import Visit
from web.workshops import SMALL, allocated


def test_nothing_that_a_list_says_is_run(visit: Visit) -> None:
    """Each name is shown as it is; no script runs, no picture is asked for, no rule is broken."""
    visit.open()
    cookies = {each["name"]: each["value"] for each in visit.page.context.cookies()}
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}",1,Africa\n' for name in hostile.NAMES)
    with visit.server.visitor() as client:
        client.cookies.clear()
        client.cookies.update(cookies)
        identity = allocated(client, f"{SMALL}{rows}".encode(), "<b>list</b>.csv")
    titles = []
    for step in ("list", "settings", "board", "versions"):
        page = visit.open(f"/workshops/{identity}?step={step}")
        page.wait_for_selector(f"#fragment-{step}")
        titles.append(page.title())
    page = visit.open(f"/workshops/{identity}?step=board")
    names = page.locator(".card-name").all_inner_texts()

    assert set(hostile.NAMES) <= {name.strip() for name in names}
    assert 0 == page.locator(".card-name img, .card-name script").count()
    assert "1" not in titles
