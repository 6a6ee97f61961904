"""The pages as a reader has them: built, printed, illustrated, and in the words of the program."""

import html
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pages import ROOT

import allocator

DOCS = ROOT / "docs"


#: An address of another site; one without a protocol takes that of the page.
ELSEWHERE = r"(?:https?:)?//"
#: What a script calls, or sets, to load something: what follows is an address.
LOADING = (
    r"(?:\bfetch|\bimport|importScripts|new Worker|\bfrom|\.src\s*=|\.href\s*=|\.open)\s*\(?\s*"
)


class Loads(HTMLParser):
    """What a page loads from other sites by itself; its links wait for a click."""

    def __init__(self) -> None:
        """Start with nothing found."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this tag loads, or sends what is typed to."""
        if tag == "a":
            return
        for name, value in attrs:
            if name in {"src", "href", "srcset", "data", "poster", "action"} and re.match(
                ELSEWHERE, value or ""
            ):
                self.found.append(f"{tag} {name}={value}")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages in HTML, built without a warning."""
    folder = tmp_path_factory.mktemp("pages")
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", DOCS, folder / "html",
         "-d", folder / "doctrees"],
        check=True,
    )  # fmt: skip
    return folder / "html"


def texts(folder: Path, ending: str) -> str:
    """Everything in the files of one kind."""
    return "\n".join(each.read_text("utf-8") for each in sorted(folder.rglob(f"*{ending}")))


def test_no_page_loads_anything_from_elsewhere(built: Path) -> None:
    """No page fetches a font, script, style or picture from another site, or sends it anything."""
    loads = Loads()
    loads.feed(texts(built, ".html"))

    assert len(list(built.rglob("*.html"))) > 10
    assert [] == loads.found


def test_no_style_and_no_script_loads_anything_from_elsewhere(built: Path) -> None:
    """Styles, those inside the pages too, and scripts name no other site to load from."""
    styles = texts(built, ".css") + texts(built, ".html")

    assert [] == re.findall(rf"(?:url\(|@import)\s*[\"']?{ELSEWHERE}[^)\s]+", styles)
    assert [] == re.findall(rf"{LOADING}[\"'`]{ELSEWHERE}[^\"'`]+", texts(built, ".js"))


def test_what_loads_from_elsewhere_would_be_found() -> None:
    """The checks above see a font, a script and a request to another site."""
    loads = Loads()
    loads.feed('<a href="https://a.test"><script src="//b.test/x.js"></script>')

    assert ["script src=//b.test/x.js"] == loads.found
    assert re.search(rf"{LOADING}[\"'`]{ELSEWHERE}", 'fetch("https://a.test/words.json")')


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("cli", ["--max-group-size", "that of the list’s headings", "Exit code 3"]),
        ("catalogue", ["region.delegations", "Taille des groupes", "not in"]),
        ("messages", ["E-CONTRADICTION", "N-EXPORT", "HTTP 409"]),
        ("json", ["held_by", "The rosters it was made from."]),
        ("settings", ["small_seating", "Sesiones"]),
        ("exports", ["door-sheets", "registrations to import in Indico"]),
        ("workbook", ["Overview", "Vue d’ensemble"]),
    ],
)
def test_a_page_has_what_it_takes_from_the_program(
    built: Path, page: str, words: list[str]
) -> None:
    """The tables stand in the built page, as tables."""
    text = (built / f"{page}.html").read_text("utf-8")

    assert [] == [each for each in words if each not in html.unescape(re.sub("<[^>]*>", "", text))]
    assert 'class="from-program' in text
    assert ":::" not in text


def test_the_schemas_can_be_downloaded(built: Path) -> None:
    """The built pages hold each published schema, unchanged, and link to it."""
    for schema in DOCS.glob("*.schema.json"):
        (copy,) = built.rglob(schema.name)

        assert schema.read_bytes() == copy.read_bytes()
        assert str(copy.relative_to(built)) in texts(built, ".html")


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
