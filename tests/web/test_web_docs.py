"""docs/web.md tells every address of the page, every key of a workshop, and invents none."""

import re
from pathlib import Path

import pytest
from web.desks import a_desk, an_office

from allocator.web.application import ROUTES
from allocator.web.views import whole_view

PAGE = (Path(__file__).parents[2] / "docs" / "web.md").read_text("utf-8")


def test_every_address_is_documented_with_its_method_and_no_other() -> None:
    """The table of addresses against the routes of the application."""
    told = set()
    for line in PAGE.splitlines():
        if line.startswith("| `/api/"):
            addresses, method, *_ = (cell.strip() for cell in line.split("|")[1:])
            told |= {(each.split("?")[0], method) for each in re.findall(r"`([^`]+)`", addresses)}
    served = {(path, method) for path, method, _ in ROUTES if path.startswith("/api/")}

    assert served == told


@pytest.mark.parametrize("heading", ["### A workshop"])
def test_every_key_of_a_workshop_is_documented_and_no_other(heading: str) -> None:
    """The first cell of each row has the keys."""
    office = an_office()
    keys = set(whole_view(a_desk(office)))
    office.close()
    rows = re.findall(r"^\| (`.+?) \|", PAGE.split(heading)[1], re.MULTILINE)

    assert keys == {key for row in rows for key in re.findall(r"`(\w+)`", row)}
