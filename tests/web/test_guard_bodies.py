"""The guard and what is sent: how much, how fast, and what a request says of itself."""

import asyncio
from collections.abc import Sequence

import pytest
from browsers import Browser
from guarded import TOKEN, application, client, code
from starlette.types import Message
from web.loops import done

from allocator.web.access import Access, Limits

LIMITS = Limits(file=3000, message=300, pause=0.2, upload=0.5)
SMALL = Access(token=TOKEN, limits=LIMITS)


def small() -> Browser:
    """A browser of a server with small limits."""
    browser = client(SMALL)
    browser.get(f"/start?token={TOKEN}")
    return browser


@pytest.mark.parametrize(
    ("address", "limit"),
    [("/", 300), ("/?file=a.csv", 3000), ("/?x=1&file=", 3000), ("/?x=file=", 300)],
)
def test_bodies_are_cut_at_their_limit(address: str, limit: int) -> None:
    """To the byte; a file may be larger than a message."""
    assert limit == small().post(address, content=b"x" * limit).json()["size"]
    assert (413, "E-SIZE") == code(small().post(address, content=b"x" * (limit + 1)))


@pytest.mark.parametrize("length", ["1", "0", "300", "-1", "²"])
def test_what_a_request_says_of_its_size_is_not_believed(length: str) -> None:
    """The bytes that come are counted."""
    headers = {b"content-length": length.encode()}

    assert (413, "E-SIZE") == code(small().post("/", content=b"x" * 301, headers=headers))


@pytest.mark.parametrize("length", ["901", "9" * 5000])
def test_who_announces_too_much_is_answered_at_once(length: str) -> None:
    """Nothing of it is read."""
    answer = small().post("/", content=b"x", headers={"content-length": length})

    assert (413, "E-SIZE") == code(answer)


def test_a_size_that_is_told_in_two_ways_is_refused() -> None:
    """Two readers could see different requests."""
    headers = {"content-length": "1", "transfer-encoding": "chunked"}

    assert (400, "E-REQUEST") == code(small().post("/", content=b"x", headers=headers))


class Upload:
    """A body that arrives in parts, each after a pause; afterwards the visitor stays."""

    def __init__(self, sizes: Sequence[int], pause: float) -> None:
        """``pause`` in seconds."""
        self._parts = list(sizes)
        self._pause = pause
        self.sent = 0

    async def receive(self) -> Message:
        """The next part."""
        await asyncio.sleep(self._pause if self._parts else 60)
        size = self._parts.pop(0)
        self.sent += size
        return {"type": "http.request", "body": b"x" * size, "more_body": bool(self._parts)}


async def status_of(upload: Upload, cookie: str) -> int:
    """The status that the server of small limits answers an upload with."""
    statuses: list[int] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"file=a.csv",
        "client": ("127.0.0.1", 50_000),
        "headers": [
            (b"host", b"127.0.0.1:8765"),
            (b"cookie", f"allocator-8765={cookie}".encode()),
        ],
    }
    await application(SMALL)(scope, upload.receive, send)
    (status,) = statuses
    return status


def answered(upload: Upload) -> int:
    """As ``status_of``, for a browser that was let in."""
    return done(status_of(upload, small().cookies["allocator-8765"]))


@pytest.mark.parametrize(
    ("sizes", "pause", "status"),
    [([9] * 3, 0, 200), ([9] * 3, 0.6, 408), ([9] * 40, 0.05, 408)],
)
def test_a_slow_upload_is_not_waited_for(sizes: list[int], pause: float, status: int) -> None:
    """Neither for the next part, nor for the whole in small sips."""
    assert status == answered(Upload(sizes, pause))


def test_what_is_too_large_is_read_to_its_end_but_not_without_end() -> None:
    """A browser shows the answer once it has sent everything; three times the limit is enough."""
    upload, endless = Upload([1000] * 5, 0), Upload([1000] * 1000, 0)

    assert (413, 5000) == (answered(upload), upload.sent)
    assert (413, 10_000) == (answered(endless), endless.sent)
