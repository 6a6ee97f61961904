"""The server of the web page: checked, bound, started and ended."""

import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from allocator.errors import CannotServe
from allocator.intake.guard.parsers import require_safe_parsers
from allocator.web.access import Access
from allocator.web.quiet_log import log_briefly

if TYPE_CHECKING:
    from uvicorn import Server

#: Connections at once; more are answered with 503.
MOST_CONNECTIONS = 256
#: Connections that wait until they are taken.
_WAITING = 128
#: Seconds that open requests have when the server ends.
FAREWELL = 2


def serve(
    access: Access, folder: Path | None, ready: Callable[[str], None], *, keep_days: int = 0
) -> None:
    """Serve the page until somebody ends it with Ctrl+C.

    Args:
        access: who may reach it; port 0 takes one that is free.
        folder: keeps the versions of the workshops; without it nothing is kept.
        ready: is told the address to open, once connections are taken.
        keep_days: after how many days without a change a kept workshop is deleted; 0: never.

    Raises:
        CannotServe: when the address is taken, or the packages of the page are missing.
        UnsafeParser: when a library of this machine does not withstand hostile files.
    """
    try:
        import uvicorn  # noqa: PLC0415 - of the extra, which may not be installed

        from allocator.web.application import create_app  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        raise CannotServe(_not_installed(error)) from error
    require_safe_parsers()
    _forbid_core_files()
    log_briefly()
    with _listening(access) as bound:
        access = replace(access, port=bound.getsockname()[1])
        config = uvicorn.Config(
            create_app(access, folder, keep_days=keep_days),
            http="h11",
            ws="none",
            log_config=None,
            access_log=False,
            # The guard looks at the address that a connection really comes from.
            proxy_headers=False,
            server_header=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=FAREWELL,
        )
        server = uvicorn.Server(config)
        with _ended_by_signals(server):
            ready(access.start_url)
            server.run(sockets=[bound])


def _not_installed(error: ModuleNotFoundError) -> str:
    if error.name and error.name.partition(".")[0] == "allocator":
        raise error
    return (
        f'the package {error.name} is missing. In the folder of the project: pip install ".[web]"'
    )


def _forbid_core_files() -> None:
    """A process that dies leaves no picture of its memory, which has names in it."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows lacks it

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def _listening(access: Access) -> Iterator[socket.socket]:
    """A socket that takes connections already; they wait until the server is ready."""
    host = "127.0.0.1" if access.host == "localhost" else access.host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Said to be TCP, so that asyncio sends without delay: else an answer waits 40 ms for its second
    # packet (measured).
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as bound:
        if sys.platform != "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, access.port))
            bound.listen(_WAITING)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            message = (
                f"port {access.port} of {access.host} cannot be used: {reason}. Give another one "
                "with --port; 0 takes one that is free."
            )
            raise CannotServe(message) from error
        yield bound


@contextmanager
def _ended_by_signals(server: "Server") -> Iterator[None]:
    """Ctrl+C and a polite kill end the server, and after it nothing more.

    uvicorn takes these signals once it runs and hands them on when it is done. Both before and
    after, they come here, and not to Python, which would end with 130.
    """

    def end(_signal: int, _frame: FrameType | None) -> None:
        server.should_exit = True

    before = {each: signal.signal(each, end) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
