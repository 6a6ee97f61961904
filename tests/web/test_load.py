"""Many users at once: honest answers at the door, nothing lost, and a page that still answers."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import httpx
import pytest
from web.serving import Server, serving
from web.workshops import PAUSE, SMALL, eventually, finished

UPLOADS, SEARCHES = 200, 20
#: Looks at the page that are answered while the uploads wait; alone it takes some milliseconds.
LOOKS = 3
#: A list of 2 MB: its rows are followed by empty ones with a wide cell of blanks.
LARGE = (SMALL + f",,,{' ' * 2_000}\n" * 1_000).encode()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose queues are empty."""
    with serving(tmp_path) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """A visitor with as many connections as they like."""
    limits = httpx.Limits(max_connections=UPLOADS + 1)
    cookies = httpx.get(server.start).cookies
    with httpx.Client(
        base_url=server.origin, cookies=cookies, limits=limits, timeout=120
    ) as visitor:
        yield visitor


def test_two_hundred_uploads_and_then_twenty_searches(client: httpx.Client) -> None:
    """Each is taken, or told to come back and taken later; what was taken is done; pages answer.

    Who is told to come back sends some MB before looking at the answer, and gets it.
    """
    answers, looks = _with_an_eye_on_the_page(client, [partial(_upload, client)] * UPLOADS)
    taken = [answer.json()["id"] for answer in answers if answer.status_code == 201]
    refused = [answer.json()["error"]["code"] for answer in answers if answer.status_code == 429]

    assert UPLOADS == len(taken) + len(refused)
    assert {"E-BUSY"} == set(refused)
    assert set(taken) == {each["id"] for each in _shelf(client)}
    assert {200} == set(looks)
    assert LOOKS <= len(looks)

    wanted = taken[:SEARCHES]
    answers, _ = _with_an_eye_on_the_page(client, [partial(_allocate, client, i) for i in wanted])
    places = [answer.json()["job"]["place"] for answer in answers if answer.status_code == 202]
    late = [i for i, answer in zip(wanted, answers, strict=True) if answer.status_code == 429]
    for identity in late:
        _allocate_once_there_is_room(client, identity)

    assert SEARCHES == len(places) + len(late)
    assert 12 <= len(places)
    assert set(places) <= set(range(10))
    assert {"done"} == {finished(client, identity)["job"]["stage"] for identity in wanted}


def _with_an_eye_on_the_page(
    client: httpx.Client, requests: list[Callable[[], httpx.Response]]
) -> tuple[list[httpx.Response], list[int]]:
    """The answers to requests sent at once; the statuses of the start page before the last one."""
    with ThreadPoolExecutor(len(requests)) as threads:
        sent = [threads.submit(request) for request in requests]
        looks = list(_looks(client, lambda: all(each.done() for each in sent)))
    return [each.result() for each in sent], looks


def _looks(client: httpx.Client, over: Callable[[], bool]) -> Iterator[int]:
    """The status of each look at the start page that is answered before something is over.

    A page that had to wait for the others would be answered behind them, and not be here.
    """
    while not over():
        status = client.get("/").status_code
        if not over():
            yield status
        time.sleep(PAUSE)


def _shelf(client: httpx.Client) -> list[dict[str, str]]:
    shelf: list[dict[str, str]] = client.get("/api/workshops").json()["workshops"]
    return shelf


def _upload(client: httpx.Client) -> httpx.Response:
    return client.post("/api/workshops", params={"file": "list.csv"}, content=LARGE)


def _allocate(client: httpx.Client, workshop: str) -> httpx.Response:
    return client.post(f"/api/workshops/{workshop}/allocate", json={"revision": 1})


def _allocate_once_there_is_room(client: httpx.Client, workshop: str) -> None:
    eventually(
        lambda: {"status": _allocate(client, workshop).status_code},
        lambda seen: bool(seen["status"] == 202),
    )
