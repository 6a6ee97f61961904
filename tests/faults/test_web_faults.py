"""The server of the page while a process or a visitor is taken away from it."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from faulted import names
from web.serving import Server, serving
from web.workshops import SMALL, allocated, change, eventually, uploaded, whole

from allocator.web.parsing import AT_ONCE
from allocator.web.readers import WAITING

#: A list that keeps the solver busy for as long as it is let.
HARD = "Delegation,Delegates,Region\n" + "".join(
    f"Delegation {n},{1 + (7 * n * n) % 11},{'ABCDEFGHIJ'[n % 10]}\n" for n in range(400)
)
#: A list of 2 MB, which takes its reader a second.
LARGE = (SMALL + f",,,{' ' * 2_000}\n" * 1_000).encode()


def _reader_of(server: Server) -> int:
    """The process that reads an upload for a server, once there is one."""
    children = Path(f"/proc/{server.process.pid}/task")
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for task in children.iterdir():
            for child in (task / "children").read_text("utf-8").split():
                command = Path(f"/proc/{child}/cmdline").read_bytes()
                if b"reader_process.py" in command:
                    return int(child)
        time.sleep(0.002)
    raise AssertionError


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that leaves nothing behind, whatever happens to its visitors and readers."""
    folder = tmp_path_factory.mktemp("server")
    temporary = folder / "temporary"
    temporary.mkdir()
    with serving(folder, environment={"TMPDIR": str(temporary)}) as running:
        yield running
    assert [] == names(temporary)


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV, signal.SIGTERM])
def test_a_reader_that_is_killed_takes_only_its_upload_with_it(
    server: Server, blow: signal.Signals
) -> None:
    """That upload is told to be unreadable; the lists before and after it are read."""
    with server.visitor() as client, ThreadPoolExecutor(1) as thread:
        before = uploaded(client, SMALL.encode())
        sent = thread.submit(
            client.post, "/api/workshops", params={"file": "list.csv"}, content=LARGE
        )
        os.kill(_reader_of(server), blow)
        answer = sent.result(timeout=30)
        findings = answer.json()["list"]["errors"]

        assert 201 == answer.status_code, answer.text
        assert ["E-DAMAGED"] == [finding["code"] for finding in findings]
        assert "reading the file was ended by force" in findings[0]["message"]
        assert "done" == whole(client, allocated(client, SMALL.encode()))["job"]["stage"]
        assert whole(client, before)["list"]["accepted"]


def test_a_server_that_is_ended_while_it_searches_keeps_what_was_there(tmp_path: Path) -> None:
    """SIGTERM: it ends cleanly at once; the workshop comes back as it was before the search."""
    kept, temporary = tmp_path / "kept", tmp_path / "temporary"
    temporary.mkdir()
    options = ("--data", str(kept))
    with (
        serving(tmp_path, *options, environment={"TMPDIR": str(temporary)}) as server,
        server.visitor() as client,
    ):
        identity = uploaded(client, HARD.encode())
        change(client, identity, "settings", {"settings": {"groups": 12}}, method="PUT")
        was = whole(client, identity)["revision"]
        change(client, identity, "allocate")
        eventually(lambda: whole(client, identity), lambda told: told["job"]["value"] is not None)
        began = time.monotonic()
        server.process.terminate()

        assert 0 == server.process.wait(timeout=20)
        assert time.monotonic() - began < 10
    with serving(tmp_path, *options) as server, server.visitor() as client:
        found = whole(client, identity)

        assert was == found["revision"]
        assert not found["job"]
        assert 404 != client.get(f"/api/workshops/{identity}/board").status_code
    assert "Traceback" not in server.log
    assert [] == names(temporary)


def _half_an_upload(server: Server, cookie: str) -> socket.socket:
    """A visitor who has sent the first bytes of a list and holds the rest back."""
    url = httpx.URL(server.origin)
    visitor = socket.create_connection((url.host, url.port or 0))
    head = (
        f"POST /api/workshops?file=list.csv HTTP/1.1\r\nHost: {url.host}:{url.port}\r\n"
        f"Cookie: {cookie}\r\nOrigin: {server.origin}\r\nContent-Length: 100000\r\n\r\n"
    )
    visitor.sendall(head.encode() + b"Delegation,Delegates\n")
    return visitor


def test_the_places_of_visitors_who_leave_are_free_within_a_second(server: Server) -> None:
    """They hold every place with half an upload each, and are gone; the next is taken in."""
    with server.visitor() as client:
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        visitors = [_half_an_upload(server, cookie) for _ in range(AT_ONCE + WAITING)]
        eventually(lambda: {"status": _status(client)}, lambda seen: bool(seen["status"] == 429))
        for visitor in visitors:
            visitor.close()
        time.sleep(1)

        assert 201 == _status(client)
        assert "Traceback" not in server.log


def _status(client: httpx.Client) -> int:
    answer = client.post("/api/workshops", params={"file": "list.csv"}, content=SMALL.encode())
    return answer.status_code
