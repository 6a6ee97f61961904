"""Nobody waits for somebody else's workshop: what takes long is done beside the event loop."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from browsers import BASE
from guarded import LOCAL, TOKEN
from starlette.applications import Starlette
from web.desks import LIST, SESSION, a_listing, an_office, reader
from web.loops import done
from web.slow import STUCK, SlowReader

from allocator.web import application
from allocator.web import office as offices
from allocator.web.application import create_app
from allocator.web.office import Office

#: What is asked while something else takes long.
Asking = Callable[[httpx.AsyncClient], Awaitable[httpx.Response]]


def shelved(folder: Path) -> str:
    """A workshop on disk: the first of its revisions is a list that is slow to read."""
    office = an_office(folder)
    desk = office.open(SESSION)
    for file in ("slow.csv", "quick.csv"):
        desk.upload("Ama", a_listing(LIST, file), reader(a_listing(LIST, file)))
    office.close()
    return desk.filing.workshop


def an_application(folder: Path, reading: SlowReader) -> Starlette:
    """The page of an office whose reader may be slow."""
    app = create_app(LOCAL)
    app.state.office.close()
    app.state.office = Office(reading, folder)
    return app


async def answers(
    app: Starlette, reading: SlowReader, slow: Asking, *others: Asking
) -> tuple[list[int], list[int]]:
    """Status of a style sheet while something slow and others are asked; then theirs."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, timeout=STUCK) as client:
        await client.get(f"/start?token={TOKEN}")
        first = asyncio.ensure_future(slow(client))
        assert await asyncio.to_thread(reading.began.wait, STUCK)
        waiting = [asyncio.ensure_future(other(client)) for other in others]
        await asyncio.sleep(0.1)
        meanwhile = [(await client.get("/static/page.css")).status_code, int(first.done())]
        reading.may.set()
        return meanwhile, [(await each).status_code for each in (first, *waiting)]


def test_a_style_sheet_answers_while_a_workshop_is_read_from_disk(tmp_path: Path) -> None:
    """Whatever of it is asked for, also by a second visitor."""
    identity = shelved(tmp_path)
    reading = SlowReader("quick.csv")
    app = an_application(tmp_path, reading)
    address = f"/api/workshops/{identity}"
    meanwhile, statuses = done(
        answers(app, reading, lambda c: c.get(address), lambda c: c.get(f"{address}/board"),
                lambda c: c.get("/api/workshops"))
    )  # fmt: skip
    app.state.office.close()

    assert [200, 0] == meanwhile
    assert [200, 200, 200] == statuses


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("allocate", {"revision": 2}, 409),
        ("suggestions", {"revision": 2}, 409),
        ("why", {"revision": 2, "who": "Kenya"}, 409),
        ("stop", {}, 200),
    ],
)
def test_a_style_sheet_answers_while_a_change_of_the_workshop_is_under_way(
    tmp_path: Path, name: str, body: dict[str, object], status: int
) -> None:
    """An old version is being restored, and somebody asks for a search of the same workshop."""
    identity = shelved(tmp_path)
    reading = SlowReader("slow.csv")
    app = an_application(tmp_path, reading)
    address = f"/api/workshops/{identity}"
    meanwhile, statuses = done(
        answers(
            app,
            reading,
            lambda c: c.post(f"{address}/restore", json={"revision": 2, "number": 1}),
            lambda c: c.post(f"{address}/{name}", json=body),
        )
    )
    app.state.office.close()

    assert [200, 0] == meanwhile
    assert [200, status] == statuses


def test_a_style_sheet_answers_while_a_workshop_that_is_being_read_is_deleted(
    tmp_path: Path,
) -> None:
    """Deleting does not wait; who opened it is told that it is gone."""
    identity = shelved(tmp_path)
    reading = SlowReader("quick.csv")
    app = an_application(tmp_path, reading)
    address = f"/api/workshops/{identity}"
    meanwhile, statuses = done(
        answers(app, reading, lambda c: c.get(address), lambda c: c.delete(address))
    )
    app.state.office.close()

    assert [200, 0] == meanwhile
    assert [404, 200] == statuses


def test_the_server_forgets_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """While it runs, without anybody asking for anything."""
    monkeypatch.setattr(application, "SWEEP", 0.01)
    app = create_app(LOCAL)
    office: Office = app.state.office

    async def while_it_runs() -> tuple[int, int]:
        async with app.router.lifespan_context(app):
            office.open(SESSION)
            await asyncio.sleep(0.1)
            before = len(office.workshops(SESSION))
            monkeypatch.setattr(offices, "FORGOTTEN_AFTER", timedelta(0))
            for _ in range(200):
                await asyncio.sleep(0.01)
                if not office.workshops(SESSION):
                    break
            return before, len(office.workshops(SESSION))

    assert (1, 0) == done(while_it_runs())
