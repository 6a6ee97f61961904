"""What the threats find: nobody else's workshop, no name in a log, nothing on the disk."""

import getpass
import re
import socket
import time
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest
from web import hostile
from web.desks import SESSION, a_listing, reader
from web.serving import Server, serving
from web.workshops import SMALL, allocated, change, finished, revision, uploaded

from allocator.web.application import ROUTES
from allocator.web.office import Office
from allocator.web.refusals import NotThere

#: A word that is in no file of the program.
CANARY = "Kanarienland"
LIST = f"{SMALL}{CANARY},2,Africa\n"
#: A list with a problem in a cell that holds the word.
SPOILED = f"{SMALL}Oman,{CANARY},Asia\n"


def test_nobody_reaches_the_workshop_of_somebody_else(server: Server, client: httpx.Client) -> None:
    """No address below it is there for another visitor, nor is it on their start page."""
    identity = allocated(client, SMALL.encode())
    with server.visitor() as other:
        answers = {
            (method, address): other.request(
                method,
                address.format(id=identity, name="board"),
                params={"file": "a.csv"},
                json={"revision": 2},
            ).status_code
            for address, method, _ in ROUTES
            if "{id}" in address
        }
        shelf = other.get("/api/workshops").json()

    assert len(answers) > 20
    assert {404} == set(answers.values()), answers
    assert {"workshops": []} == shelf
    assert 2 == revision(client, identity)


@pytest.mark.parametrize("kind", hostile.FILES)
def test_a_hostile_file_is_refused_and_the_next_list_is_read(
    client: httpx.Client, kind: str
) -> None:
    """As a list with a problem, in words; the server goes on."""
    content = hostile.FILES[kind]()
    answer = client.post("/api/workshops", params={"file": "list.xlsx"}, content=content)

    assert 201 == answer.status_code
    assert answer.json()["list"]["errors"]
    assert not answer.json()["list"]["accepted"]
    assert finished_well(client)


def test_names_are_names_wherever_they_are_shown(client: httpx.Client) -> None:
    """In pages they are escaped, and the answers have them as they were."""
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}",1,Africa\n' for name in hostile.NAMES)
    identity = allocated(client, f"{SMALL}{rows}".encode())
    pages = [client.get(f"/workshops/{identity}?step={step}").text
             for step in ("list", "settings", "board", "versions")]  # fmt: skip
    cards = client.get(f"/api/workshops/{identity}").json()["board"]["groups"]
    names = {card["name"] for group in cards for card in group["cards"]}

    assert set(hostile.NAMES) <= names
    assert not any("<img src=x" in page or "<script>alert" in page for page in pages)
    assert not any("49" in re.findall(r"<bdi>(.*?)</bdi>", page) for page in pages)


@pytest.mark.parametrize("revision", ["x", "-1", "1.0", "9" * 5_000, "²"])
def test_a_revision_that_is_none_is_refused(client: httpx.Client, revision: str) -> None:
    """In words, and not as a fault of the program."""
    identity = uploaded(client, SMALL.encode())
    answer = client.post(
        f"/api/workshops/{identity}/rebalance",
        params={"file": "a.csv", "revision": revision},
        content=SMALL.encode(),
    )

    assert (400, "E-REQUEST") == (answer.status_code, answer.json()["error"]["code"])


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd.csv", "a\r\nSet-Cookie: x=y.csv", "\u202egnp.csv", "C:\\x\\y.csv", "/x.csv"],
)
def test_a_file_name_is_only_a_name(client: httpx.Client, name: str) -> None:
    """It opens nothing and gets into no header; the name of a download is our own."""
    identity = allocated(client, SMALL.encode(), name)
    download = client.get(f"/api/workshops/{identity}/rosters.xlsx")
    shown = download.headers["content-disposition"]

    assert 200 == download.status_code
    assert re.fullmatch(
        r"attachment; filename=\"rosters_v1_[\d-]+\.xlsx\"; filename\*=UTF-8''\S+", shown
    )
    assert "set-cookie" not in download.headers


def test_nothing_is_written_and_no_name_is_logged(tmp_path: Path) -> None:
    """After the whole way, with a problem and a refusal: neither in the log nor on the disk."""
    temporary, here = tmp_path / "temporary", tmp_path / "here"
    temporary.mkdir()
    here.mkdir()
    with (
        serving(here, environment={"TMPDIR": str(temporary)}) as server,
        server.visitor() as client,
    ):
        uploaded(client, SPOILED.encode(), f"{CANARY}.csv")
        uploaded(client, hostile.bomb(), f"{CANARY}.xlsx")
        identity = allocated(client, LIST.encode(), f"{CANARY}.csv")
        assert client.get(f"/api/workshops/{identity}/rosters.xlsx").is_success
        assert client.get(f"/api/workshops/{identity}/marked.xlsx").is_success
        change(client, identity, "why", {"who": CANARY})
        finished(client, identity)
        refused = client.post(
            f"/api/workshops/{identity}/moves",
            json={"revision": 2, "delegation": CANARY, "from": 7, "to": 9, "people": 1},
        )
        log = server.log

    assert 422 == refused.status_code
    assert "POST /api/workshops/{id}/allocate 202" in log
    assert CANARY not in server.log
    assert identity not in server.log
    assert [] == list(temporary.iterdir())
    assert ["server.log"] == [each.name for each in here.iterdir()]


def test_a_workshop_is_forgotten_twelve_hours_after_its_last_use() -> None:
    """Not before; and every look at it is a use."""
    moment = [datetime(2026, 11, 23, 9, tzinfo=UTC)]
    office = Office(reader, clock=lambda: moment[0])
    desk = office.open(SESSION)
    desk.upload("Ama", a_listing(LIST), reader(a_listing(LIST)))
    identity = desk.filing.workshop
    for hours in (11.9, 11.9, 12.1):
        office.desk(identity, SESSION)
        moment[0] += timedelta(hours=hours)
        office.forget()

    with pytest.raises(NotThere):
        office.desk(identity, SESSION)
    assert () == office.store.workshops()
    office.close()


def test_deleting_removes_every_version_from_the_disk(tmp_path: Path) -> None:
    """The bytes of the file held the name before, and do not afterwards; others are kept."""
    kept = tmp_path / "kept"
    with serving(tmp_path, "--data", str(kept)) as server, server.visitor() as client:
        other = allocated(client, SMALL.encode())
        identity = allocated(client, LIST.encode(), f"{CANARY}.csv", {"meeting": CANARY})
        pin = {"delegation": CANARY, "group": 0, "pinned": True}
        client.post(f"/api/workshops/{identity}/pins", json={"revision": 3, **pin})
        before = bytes_of(kept)
        deleted = client.delete(f"/api/workshops/{identity}")
        after = bytes_of(kept)
        gone, there = (client.get(f"/api/workshops/{each}") for each in (identity, other))

    assert CANARY.encode() in before
    assert CANARY.encode() not in after
    assert identity.encode() not in after
    assert (200, 404, 200) == (deleted.status_code, gone.status_code, there.status_code)
    assert {0o600} == {each.stat().st_mode & 0o777 for each in kept.iterdir()}


def test_a_download_tells_nothing_of_the_machine(client: httpx.Client) -> None:
    """No path, no host and no user in any part of the workbook."""
    identity = allocated(client, SMALL.encode())
    content = client.get(f"/api/workshops/{identity}/rosters.xlsx").content
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    secrets = {str(Path(__file__).parents[2]), str(Path.home()) + "/", socket.gethostname(),
               f">{getpass.getuser()}<", "127.0.0.1", "/tmp/"}  # fmt: skip # noqa: S108 - looked for only
    creators = re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>(.*?)</", parts["docProps/core.xml"])

    assert [] == [(name, word) for name, text in parts.items() for word in secrets if word in text]
    assert set(creators) <= {"allocator"}


def finished_well(client: httpx.Client) -> bool:
    """Whether the server still reads and allocates a list, within a time that a user waits."""
    began = time.monotonic()
    identity = allocated(client, SMALL.encode())
    return revision(client, identity) == 2 and time.monotonic() - began < 20


def bytes_of(folder: Path) -> bytes:
    """Everything in the files of a folder."""
    return b"".join(each.read_bytes() for each in folder.iterdir())
