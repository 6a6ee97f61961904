"""What programs send that the page does not, and what is told of it."""

import httpx
import pytest
from web.workshops import SMALL, allocated, revision

from allocator.web.jobs import Job, Stage
from allocator.web.refusals import Busy, ReadersBusy


@pytest.mark.parametrize(
    "settings",
    [
        rb'{"meeting": "\ud800"}',
        b'{"meeting": "\xed\xa0\x80"}',
        rb'{"\udfff": 1}',
        rb'{"rule": [{"rule": "in", "who": "Kenya", "with": "Group 1", "note": "\ud800"}]}',
        b'{"time_limit": NaN}',
        b'{"time_limit": -Infinity}',
        b'{"time_limit": 1e999}',
        b'{"seed": ' + b"9" * 5_000 + b"}",
        b"[" * 100_000,
    ],
)
def test_what_cannot_be_written_down_again_is_refused(
    client: httpx.Client, settings: bytes
) -> None:
    """Half a character, no number, a number without end: and every page is as before."""
    identity = allocated(client, SMALL.encode())
    body = b'{"revision": 2, "settings": ' + settings + b"}"
    answer = client.put(f"/api/workshops/{identity}/settings", content=body)
    pages = ("/", f"/workshops/{identity}?step=settings", f"/api/workshops/{identity}")

    assert (400, "E-REQUEST") == (answer.status_code, answer.json()["error"]["code"])
    assert [200] * 3 == [client.get(page).status_code for page in pages]
    assert 2 == revision(client, identity)


def test_whole_characters_of_every_kind_are_taken(client: httpx.Client) -> None:
    """Two halves that belong together are one character."""
    identity = allocated(client, SMALL.encode())
    body = rb'{"revision": 2, "settings": {"meeting": "\ud83c\udf0d \u00e9"}}'
    answer = client.put(f"/api/workshops/{identity}/settings", content=body)

    assert 200 == answer.status_code
    assert "🌍 é" == client.get("/api/workshops").json()["workshops"][0]["name"]


def test_who_asks_for_the_headers_of_the_events_gets_them_at_once(client: httpx.Client) -> None:
    """And no stream that never ends."""
    identity = allocated(client, SMALL.encode())
    answer = client.head(f"/api/workshops/{identity}/events", timeout=10)

    assert 200 == answer.status_code
    assert answer.headers["content-type"].startswith("text/event-stream")


def test_a_part_of_a_page_that_is_none_is_not_there(client: httpx.Client) -> None:
    """In words."""
    identity = allocated(client, SMALL.encode())
    answer = client.get(f"/workshops/{identity}/fragments/nothing")

    assert (404, "E-PAGE") == (answer.status_code, answer.json()["error"]["code"])


@pytest.mark.parametrize(("refusal", "one", "two"), [
    (Busy, "1 search is running", "2 searches are running"),
    (ReadersBusy, "1 file is being read", "2 files are being read"),
])  # fmt: skip
def test_one_is_told_as_one(refusal: type[Busy | ReadersBusy], one: str, two: str) -> None:
    """A sentence for a single search, and one for several."""
    assert refusal(1).message.startswith(one)
    assert refusal(2).message.startswith(two)


def test_a_search_that_fails_unforeseen_leaves_its_line_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The kind of error and where it was met; never its text, which may be a name."""

    def broken(_job: Job) -> None:
        raise ValueError("Canaria")  # noqa: EM101 - the text is the point

    job = Job("allocated", broken)
    job.run()

    assert Stage.FAILED is job.standing.stage
    assert "a search met what was not foreseen: ValueError (test_edges.py:" in caplog.text
    assert "Canaria" not in caplog.text
