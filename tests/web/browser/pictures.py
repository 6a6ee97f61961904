"""Draws the pictures of the page for README.md and the guides.

Usage: ``python -m web.browser.pictures FOLDER`` in ``tests``.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from web.browser.visits import launched, visiting
from web.serving import serving
from web.workshops import allocated

EXAMPLES = Path(__file__).parents[3] / "examples"
LIST = EXAMPLES / "lists" / "04_inc11_nueva_york_1995_ES.xlsx"
#: What is said of the workshop in the picture.
SETTINGS = {"meeting": "Council workshop", "groups": 3, "language": "en"}


def main(folder: str) -> None:
    """Allocate a real list, and draw its board."""
    with (
        tempfile.TemporaryDirectory() as here,
        serving(Path(here), "--data", str(Path(here, "kept"))) as server,
        server.visitor() as client,
        sync_playwright() as playwright,
    ):
        identity = allocated(client, LIST.read_bytes(), LIST.name, SETTINGS)
        chromium = launched(playwright, shutil.which("chromium") or "")
        with visiting(chromium, server, device_scale_factor=1.5) as visit:
            page = visit.open(f"/workshops/{identity}?step=board")
            page.screenshot(path=Path(folder, "board.png"))
        chromium.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
