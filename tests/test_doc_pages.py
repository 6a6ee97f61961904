"""The pages as a reader has them: built, printed, illustrated, and in the words of the program."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pages import ROOT

import allocator

DOCS = ROOT / "docs"


class Loads(HTMLParser):
    """What a page loads from other sites by itself; its links wait for a click."""

    def __init__(self) -> None:
        """Start with nothing found."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this tag loads."""
        if tag == "a":
            return
        for name, value in attrs:
            if name in {"src", "href", "srcset", "data"} and re.match("(https?:)?//", value or ""):
                self.found.append(f"{tag} {name}={value}")


def test_the_pages_build_without_a_warning_and_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    """Sphinx is content, and no page fetches a font, script, style or picture from another site."""
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", DOCS, tmp_path / "html",
         "-d", tmp_path / "doctrees"],
        check=True,
    )  # fmt: skip
    pages = sorted((tmp_path / "html").rglob("*.html"))
    loads = Loads()
    for each in pages:
        loads.feed(each.read_text("utf-8"))
    styles = "".join(each.read_text("utf-8") for each in (tmp_path / "html").rglob("*.css"))

    assert len(pages) > 10
    assert [] == loads.found
    assert [] == re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^)\s]+", styles)


@pytest.mark.parametrize("name", ["method-note", "method-note-fr", "method-note-es"])
def test_the_method_note_says_the_same_in_each_language_and_no_product_is_named(name: str) -> None:
    """The note has seven headed paragraphs and four rules, and sells nothing."""
    text = (DOCS / f"{name}.md").read_text("utf-8")

    assert 7 == len(re.findall(r"^\*\*.+?\*\*", text, re.MULTILINE))
    assert 4 == len(re.findall(r"^- ", text, re.MULTILINE))
    assert "allocator" not in text


def test_the_tutorial_names_buttons_and_fields_as_the_page_does() -> None:
    """What it tells its reader to press, and where to type, stands on the page in these words."""
    parts = (Path(allocator.__file__).parent / "web").rglob("*.*")
    source = "".join(each.read_text("utf-8") for each in parts if each.suffix in {".html", ".py"})
    text = (DOCS / "tutorial.md").read_text("utf-8")
    buttons = re.findall(r"\*\*([A-Z][a-z ]+)\*\*", text)
    fields = re.findall(r"^\| ([A-Z][^|]+?) \|", text, re.MULTILINE)

    assert len(buttons) > 5
    assert 8 == len(fields)
    assert [] == [name for name in (*buttons, *fields) if f'"{name}"' not in source]


def test_pictures_are_small_and_each_is_shown() -> None:
    """No picture of the pages is above 200 kB, and none lies there unused."""
    shown = "".join(each.read_text("utf-8") for each in (*DOCS.glob("*.md"), ROOT / "README.md"))
    pictures = sorted((DOCS / "images").glob("*.png"))

    assert [] == [each.name for each in pictures if each.stat().st_size > 200_000]
    assert [] == [each.name for each in pictures if f"images/{each.name}" not in shown]
