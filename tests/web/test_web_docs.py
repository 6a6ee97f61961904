"""docs/web.md tells every address of the page, and invents none."""

import re
from pathlib import Path

from allocator.web.application import ROUTES

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
