"""``allocator serve`` as a user starts it: one address, one page, a clean end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from allocator.cli import main

PROGRAM = [sys.executable, "-m", "allocator", "serve", "--no-browser"]


@contextmanager
def served(*options: str, **environment: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The address that a server shows, and its process; it is ended as by Ctrl+C."""
    process = subprocess.Popen(
        [*PROGRAM, "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
    finally:
        process.kill()
        process.communicate()


def refused(*options: str) -> tuple[int, str]:
    """Exit code and message of a server that does not start."""
    done = subprocess.run([*PROGRAM, *options], check=False, capture_output=True, text=True)
    return done.returncode, done.stderr


def test_the_address_opens_the_page_and_ctrl_c_ends_it() -> None:
    """One line on standard output; exit code 0; nothing of a traceback."""
    with served() as (address, process), httpx.Client(follow_redirects=True) as browser:
        answer = browser.get(address)
        process.send_signal(signal.SIGINT)
        output, told = process.communicate(timeout=20)

    assert address.startswith("http://127.0.0.1:")
    assert 200 == answer.status_code
    assert answer.headers["content-type"].startswith("text/html")
    assert "/start" not in str(answer.url)
    assert ("", 0) == (output, process.returncode)
    assert "Traceback" not in told


def test_a_polite_kill_ends_it_too() -> None:
    """As services are ended."""
    with served() as (_, process):
        process.terminate()

        assert 0 == process.wait(timeout=20)


def test_an_open_stream_does_not_keep_it() -> None:
    """A page that is still open somewhere."""
    with served() as (address, process):
        url = httpx.URL(address)
        with socket.create_connection((url.host, url.port or 0)):
            process.send_signal(signal.SIGINT)

            assert 0 == process.wait(timeout=20)


def test_the_log_has_no_names(tmp_path: Path) -> None:
    """Neither the list's name nor what it holds, in the log or on the disk."""
    with served(TMPDIR=str(tmp_path)) as (address, process):
        with httpx.Client(follow_redirects=True) as browser:
            browser.get(address)
            browser.get(httpx.URL(address).join("/static/../Canaria.css"))
            browser.get(httpx.URL(address).join("/static/%2e%2e/Canaria.css"))
            url = httpx.URL(address).copy_with(path="/api/workshops", query=b"file=Canaria.csv")
            answer = browser.post(url, content=b"Delegation,Delegates\nCanaria Land,3\n")
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)

    assert 201 == answer.status_code
    assert "POST /api/workshops 201 " in told
    assert "GET /static/{file} 404 " in told
    assert "anaria" not in told
    assert httpx.URL(address).params["token"] not in told
    assert [] == list(tmp_path.iterdir())


def test_a_taken_port_is_told() -> None:
    """With the way out."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        code, told = refused("--port", str(other.getsockname()[1]))

    assert 6 == code
    assert told.startswith("error[E-SERVE]: port ")
    assert "--port" in told


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    """Another server works with it, its path leads nowhere, or its file is no such file."""
    spoiled, nowhere = tmp_path / "spoiled", tmp_path / "file" / "folder"
    spoiled.mkdir()
    (spoiled / "allocator.sqlite3").write_bytes(b"x" * 5_000)
    (tmp_path / "file").write_text("")
    kept = tmp_path / "kept"
    with served("--data", str(kept)):
        told = [refused("--port", "0", "--data", str(each)) for each in (kept, spoiled, nowhere)]

    assert [6, 6, 6] == [code for code, _ in told]
    assert all(message.startswith("error[E-SERVE]: the f") for _, message in told[1:])
    assert told[0][1].startswith("error[E-SERVE]: another server works with the folder")
    assert not any("Traceback" in message for _, message in told)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "--behind-proxy"),  # noqa: S104 - it is refused
        (["--host", "::"], "--behind-proxy"),
        (["--host", "192.168.1.5"], "--behind-proxy"),
        (["--host", "example.org"], "--host takes an address"),
        (["--behind-proxy", "10.0.0.1"], "give all three"),
        (["--public-host", "a.example"], "give all three"),
        (["--behind-proxy", "10.0.0.1", "--user-header", "X-User"], "give all three"),
        (
            ["--behind-proxy", "proxy", "--user-header", "X", "--public-host", "a.example"],
            "--behind-proxy takes an address",
        ),
    ],
)
def test_what_would_open_it_to_everybody_is_refused(options: list[str], told: str) -> None:
    """Exit code 2 before anything is bound."""
    done = CliRunner().invoke(main, ["serve", "--no-browser", *options])

    assert 2 == done.exit_code
    assert done.stderr.startswith("error[E-USAGE]: ")
    assert told in done.stderr


def test_a_server_behind_a_proxy_takes_nobody_else() -> None:
    """The proxy's address is another one: this machine is turned away."""
    options = ["--behind-proxy", "192.0.2.1", "--user-header", "X-User",
               "--public-host", "groups.example.org"]  # fmt: skip
    with served(*options, "--port", "8797", "--host", "127.0.0.1") as (address, process):
        headers = {"host": "groups.example.org", "x-user": "Ana"}
        answer = httpx.get("http://127.0.0.1:8797/", headers=headers)
        process.send_signal(signal.SIGINT)

        assert 0 == process.wait(timeout=20)

    assert "https://groups.example.org/" == address
    assert (403, "E-PROXY") == (answer.status_code, answer.json()["error"]["code"])


@pytest.mark.parametrize(
    ("before", "code", "told"),
    [
        ("import sys; sys.modules['uvicorn'] = None", "E-SERVE", 'pip install ".[web]"'),
        ("import openpyxl; openpyxl.DEFUSEDXML = False", "E-PARSER", "without protection"),
        ("import pyexpat; pyexpat.version_info = (2, 3, 9)", "E-PARSER", "expat 2.3.9"),
    ],
)
def test_a_machine_that_is_not_fit_is_told_so(before: str, code: str, told: str) -> None:
    """A missing package with the command that installs it; parsers that are not safe."""
    program = f"{before}\nimport sys\nfrom allocator.cli.program import answer\nsys.exit(answer())"
    done = subprocess.run(
        [sys.executable, "-c", program, "serve", "--no-browser", "--port", "0"],
        check=False,
        capture_output=True,
        text=True,
    )

    assert 6 == done.returncode
    assert done.stderr.startswith(f"error[{code}]: ")
    assert told in done.stderr


def test_no_core_file_can_be_left() -> None:
    """The picture of a process that died would hold names."""
    with served() as (_, process):
        limits = Path(f"/proc/{process.pid}/limits").read_text("utf-8")

    assert ["0", "0"] == next(
        line for line in limits.splitlines() if line.startswith("Max core file size")
    ).split()[4:6]


def test_days_to_keep_need_a_folder() -> None:
    """Without one nothing is kept for days."""
    code, told = refused("--keep-days", "30")

    assert 2 == code
    assert "--keep-days goes with --data" in told
