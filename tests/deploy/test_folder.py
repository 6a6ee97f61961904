"""The folder for people without Python is built, and does what the program does."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import (
    LISTS,
    ROOT,
    allocates,
    done,
    rebalances,
    rosters_of_people,
    through_the_page,
)
from made_once import made_once
from web.serving import Server, serving
from web.workshops import allocated

from allocator.exports.catalog import FORMATS, export_to
from allocator.exports.making import exported
from allocator.language import LANGUAGES
from allocator.rosters import read_rosters
from allocator.web.application import STATIC
from allocator.web.languages import OFFERED

pytestmark = pytest.mark.long

#: Every file that rosters can be exported to, such as ``zoom.csv``.
FILES = [f"{name}{ending}" for name in FORMATS for ending in export_to(name).endings]
#: What stands for the browser of somebody who starts the folder: it notes how it was called.
BROWSER = '#!/bin/sh\nprintf "%s\\n%s\\n" "$1" "${LD_LIBRARY_PATH-none}" > "$NOTED"\n'


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command in the folder, built in an environment of its own."""
    return made_once(tmp_path_factory, "folder", build) / "dist" / "allocator" / "allocator"


def build(folder: Path) -> None:
    """Make the folder as docs/install.md says."""
    done(sys.executable, "-m", "venv", folder / "fresh")
    python = folder / "fresh" / "bin" / "python"
    done(python, "-m", "pip", "install", "-q", f"{ROOT}[folder]")
    done(python, ROOT / "docs" / "deploy" / "folder.py", folder / "dist")


@pytest.fixture(scope="module")
def people(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Re-balanced rosters of people, made by the folder."""
    return rosters_of_people(tmp_path_factory.mktemp("people"), program)


@pytest.fixture(scope="module")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page that the folder serves, as long as its tests run."""
    command = (program, "serve", "--no-browser")
    with serving(tmp_path_factory.mktemp("server"), program=command) as running:
        yield running


def test_the_folder_allocates(program: Path, tmp_path: Path) -> None:
    """Excel lists and old ones, which a process of its own reads."""
    allocates(tmp_path, program)


def test_the_folder_rebalances(program: Path, tmp_path: Path) -> None:
    """And proves that no other roster for the new list is better."""
    rebalances(tmp_path, program)


@pytest.mark.parametrize("name", sorted(each.name for each in LISTS.iterdir()))
def test_the_folder_reads_a_list_as_the_program_does(program: Path, name: str) -> None:
    """Its countries, regions and words of lists are all there."""
    asked = ("check", LISTS / name, "--json")

    assert done(sys.executable, "-m", "allocator", *asked) == done(program, *asked)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_folder_writes_what_the_program_writes(
    program: Path, people: Path, name: str, language: str, tmp_path: Path
) -> None:
    """Every export, in every language: byte for byte."""
    file = tmp_path / name
    done(program, "export", people, "--to", file.stem, "-o", file, "--language", language)

    outcome = read_rosters(people)
    expected = exported(outcome, file.stem, ending=file.suffix, language=language)
    assert expected.content == file.read_bytes()


def test_the_page_of_the_folder_makes_rosters_that_hold(
    program: Path, server: Server, tmp_path: Path
) -> None:
    """A list goes up, is allocated and re-balanced; what comes down is proven."""
    with server.visitor() as visitor:
        visitor.headers["origin"] = server.origin
        first, second = through_the_page(visitor, tmp_path)

    done(program, "verify", first, "--prove")
    done(program, "verify", second, "--prove", "--from", first)


def test_the_page_of_the_folder_offers_the_word_document(server: Server) -> None:
    """Its package and templates are in the folder."""
    with server.visitor() as visitor:
        identity = allocated(visitor, (LISTS / "08_inc10_1994_grulac_only.csv").read_bytes())
        answer = visitor.get(f"/api/workshops/{identity}/exports/annex.docx")

    assert 200 == answer.status_code, answer.text
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize("language", OFFERED)
def test_the_page_of_the_folder_speaks_every_language(server: Server, language: str) -> None:
    """That of the visitor."""
    with server.visitor() as visitor:
        page = visitor.get("/", headers={"accept-language": language}).text

    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("name", sorted(each.name for each in STATIC.iterdir()))
def test_the_page_of_the_folder_has_its_styles_and_scripts(server: Server, name: str) -> None:
    """As they are in the package."""
    with server.visitor() as visitor:
        answer = visitor.get(f"/static/{name}")

    assert (STATIC / name).read_bytes() == answer.content


def test_the_browser_that_the_folder_opens_has_its_own_libraries(
    program: Path, tmp_path: Path
) -> None:
    """Those in the folder are for the program alone; what the user had is kept."""
    browser, noted = tmp_path / "browser", tmp_path / "noted"
    browser.write_text(BROWSER, encoding="utf-8")
    browser.chmod(0o700)
    said = {**os.environ, "BROWSER": str(browser), "NOTED": str(noted)}
    said.pop("LD_LIBRARY_PATH", None)
    for theirs in ({}, {"LD_LIBRARY_PATH": "/of/the/user"}):
        address = opened(program, noted, {**said, **theirs})

        assert [address, theirs.get("LD_LIBRARY_PATH", "none")] == noted.read_text().split()
        noted.unlink()


def test_the_licences_go_along(program: Path) -> None:
    """Of the program and of each package whose code is in the folder."""
    there = program.parent / "_internal"
    packages = {"allocator", "click", "jinja2", "lxml", "numpy", "openpyxl", "ortools", "pandas"}
    licensed = {path.name.partition("-")[0] for path in there.glob("*.dist-info")}

    assert packages <= licensed
    assert list(there.glob("allocator-*.dist-info/**/license.md"))


def opened(program: Path, noted: Path, environment: dict[str, str]) -> str:
    """The address that the folder shows, once it has opened a browser with it."""
    with subprocess.Popen(
        [program, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True, env=environment
    ) as served:
        try:
            assert served.stdout is not None
            address = served.stdout.readline().strip()
            until = time.monotonic() + 20
            while not (noted.exists() and noted.read_text().count("\n") == 2):
                assert time.monotonic() < until
                time.sleep(0.1)
            return address
        finally:
            served.terminate()
