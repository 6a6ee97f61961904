"""A server as a child process, and the address by which it lets visitors in."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

#: The command that serves the page.
PROGRAM: Sequence[str | Path] = (sys.executable, "-m", "allocator", "serve", "--no-browser")
#: Seconds that a server has to end.
FAREWELL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs: the address that lets visitors in, where it is, what it logs to."""

    start: str
    origin: str
    process: "subprocess.Popen[str]"
    log_file: Path

    @property
    def log(self) -> str:
        """Everything it said so far."""
        return self.log_file.read_text("utf-8")

    def visitor(self, name: str = "") -> httpx.Client:
        """Somebody who opened the start address, or whom the proxy names so."""
        headers = {"X-User": name} if name else {}
        cookies = None if name else httpx.get(self.start).cookies
        return httpx.Client(base_url=self.origin, headers=headers, cookies=cookies, timeout=120)


@contextmanager
def serving(
    folder: Path,
    *options: str,
    proxied: bool = False,
    environment: Mapping[str, str] | None = None,
    program: Sequence[str | Path] = PROGRAM,
) -> Iterator[Server]:
    """``allocator serve`` on a port of its own, ended as by Ctrl+C; ``folder`` takes its log.

    With ``proxied``, this machine is the office's proxy and names its visitors by ``X-User``.
    """
    log_file, port = folder / "server.log", free_port()
    behind = behind_a_proxy(port) if proxied else ()
    with log_file.open("w") as log:
        process = subprocess.Popen(
            [*program, "--port", str(port), *behind, *options],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd=folder,
            env={**os.environ, **(environment or {})},
        )
    try:
        assert process.stdout is not None
        shown, origin = process.stdout.readline().strip(), f"http://127.0.0.1:{port}"
        assert shown, log_file.read_text("utf-8")
        start = f"{origin}/" if proxied else shown
        yield Server(start=start, origin=origin, process=process, log_file=log_file)
        process.send_signal(signal.SIGINT)
        assert 0 == process.wait(timeout=FAREWELL)
    finally:
        process.kill()
        process.communicate()


def behind_a_proxy(port: int) -> tuple[str, ...]:
    """The options of a server whose proxy is this machine."""
    host = f"127.0.0.1:{port}"
    return ("--behind-proxy", "127.0.0.1", "--user-header", "X-User", "--public-host", host)


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number: int = taken.getsockname()[1]
    return number
