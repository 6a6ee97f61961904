"""What the container promises, tried with Bubblewrap: nothing is written but in its folder."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from container_file import TEMPORARY, confined, followed, said
from distributed import ROOT, allocates, done, rebalances, through_the_page
from made_once import made_once
from web.serving import behind_a_proxy, free_port
from web.workshops import whole

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("bwrap") is None, reason="Bubblewrap is not installed"),
]

#: Says who it is and what it may do, and tries to write into each place that it is given.
PROBE = """
import os, pathlib, sys
status = pathlib.Path("/proc/self/status").read_text()
print(os.getuid(), os.getgid(), status.split("CapEff:")[1].split()[0])
for place in sys.argv[1:]:
    try:
        (pathlib.Path(place) / "written").write_text("")
        print("written")
    except OSError as error:
        print(error.strerror)
"""


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of the image."""
    return made_once(tmp_path_factory, "image", followed) / "image" / "bin"


def test_the_place_is_as_narrow_as_the_container(programs: Path, tmp_path: Path) -> None:
    """No rights, and three places: the folder, ``/tmp``, and all else, which cannot be written."""
    places = ("/", ROOT, programs, TEMPORARY, tmp_path)
    told = done(*confined(programs, tmp_path), "python", "-c", PROBE, *places).splitlines()

    assert [said("USER")[0].replace(":", " ") + " 0000000000000000"] == told[:1]
    assert ["Read-only file system"] * 3 + ["written"] * 2 == told[1:]


def test_it_makes_rosters_without_a_network(programs: Path, tmp_path: Path) -> None:
    """From lists and old rosters; a Word document too."""
    program = (*confined(programs, tmp_path), "allocator")
    allocates(tmp_path, *program)
    rebalances(tmp_path, *program)
    done(*program, "export", tmp_path / "next.xlsx", "--to", "annex", "-o", tmp_path / "a.docx")

    assert (tmp_path / "a.docx").stat().st_size


def test_an_office_finds_its_workshops_again(programs: Path, tmp_path: Path) -> None:
    """Started twice as the image is: what a colleague made is in the folder."""
    kept, port = tmp_path / "kept", free_port()
    kept.mkdir()
    answers = {"8400": str(port), "/data": str(kept)}
    entry = [answers.get(word, word) for word in json.loads(said("ENTRYPOINT")[0])]
    command = (*confined(programs, kept, network=True), *entry, *behind_a_proxy(port))
    with served(tmp_path, *command) as start, visitor(start, port) as ama:
        first, _ = through_the_page(ama, tmp_path)
        (before,) = ama.get("/api/workshops").json()["workshops"]
    with served(tmp_path, *command) as start, visitor(start, port) as ama:
        again = whole(ama, before["id"])

    assert again["board"]
    assert ["allocator.sqlite3"] == [path.name for path in kept.glob("*.sqlite3")]
    done(*confined(programs, tmp_path), "allocator", "verify", first, "--prove")


def test_without_a_folder_nothing_is_kept(programs: Path, tmp_path: Path) -> None:
    """The page works all the same, for its own machine."""
    kept, port = tmp_path / "kept", free_port()
    kept.mkdir()
    command = ("allocator", "serve", "--no-browser", "--port", str(port))
    confinement = confined(programs, kept, network=True)
    with served(tmp_path, *confinement, *command) as start, visitor(start, port) as somebody:
        first, _ = through_the_page(somebody, tmp_path)

    assert [] == list(kept.iterdir())
    done(*confined(programs, tmp_path), "allocator", "verify", first, "--prove")


def visitor(start: str, port: int) -> httpx.Client:
    """Ama, whom the proxy names, or somebody who opened the start address."""
    origin = f"http://127.0.0.1:{port}"
    cookies = httpx.get(start).cookies if "token" in start else None
    return httpx.Client(base_url=origin, headers={"X-User": "Ama"}, cookies=cookies, timeout=120)


@contextmanager
def served(folder: Path, *command: str | Path) -> Iterator[str]:
    """The address that a page shows; it is ended as by a container that has to stop at once."""
    with (folder / "server.log").open("a") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        assert process.stdout is not None
        start = process.stdout.readline().strip()
        assert start, (folder / "server.log").read_text("utf-8")
        yield start
    finally:
        process.kill()
        process.communicate()
