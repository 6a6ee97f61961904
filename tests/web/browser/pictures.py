"""Draws the pictures of the page for README.md and the guides.

Usage: ``python -m web.browser.pictures FOLDER`` in ``tests``.
"""

import shutil
import sys
import tempfile
import tomllib
from pathlib import Path

import httpx
from playwright.sync_api import sync_playwright
from web.browser.visits import Visit, launched, visiting
from web.serving import serving
from web.workshops import allocated, finished, revision

EXAMPLES = Path(__file__).parents[3] / "examples"
LIST = EXAMPLES / "lists" / "04_inc11_nueva_york_1995_ES.xlsx"
STORY = EXAMPLES / "council-workshop"


def main(folder: str) -> None:
    """Go through the story of the examples, and draw every step."""
    with (
        tempfile.TemporaryDirectory() as here,
        serving(Path(here), "--data", str(Path(here, "kept"))) as server,
        server.visitor() as client,
        sync_playwright() as playwright,
    ):
        told = tomllib.loads((STORY / "event.toml").read_text("utf-8"))
        story = allocated(client, LIST.read_bytes(), LIST.name, told)
        chromium = launched(playwright, shutil.which("chromium") or "")
        with visiting(chromium, server) as visit:
            for step in ("list", "settings", "board"):
                draw(visit, story, step, Path(folder))
            next_morning(client, story)
            draw(visit, story, "changes", Path(folder))
        chromium.close()


def draw(visit: Visit, workshop: str, step: str, folder: Path) -> None:
    """One step of a workshop as it opens."""
    page = visit.open(f"/workshops/{workshop}?step={step}")
    page.screenshot(path=folder / f"page-{step}.png")


def next_morning(client: httpx.Client, workshop: str) -> None:
    """Take the list of the next morning in."""
    source = STORY / "list-next-morning.csv"
    answer = client.post(
        f"/api/workshops/{workshop}/rebalance",
        params={"file": source.name, "mode": "list", "revision": revision(client, workshop)},
        content=source.read_bytes(),
    )
    answer.raise_for_status()
    finished(client, workshop)


if __name__ == "__main__":
    main(*sys.argv[1:])
