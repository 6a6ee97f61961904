"""Uploads have their place before their bytes come, so that few bodies are ever in memory."""

import asyncio
from collections.abc import AsyncIterator

import httpx
from browsers import BASE
from guarded import LOCAL, TOKEN
from web.desks import LIST, reader
from web.loops import done

from allocator.web.application import create_app
from allocator.web.parsing import AT_ONCE
from allocator.web.readers import WAITING


class Body:
    """A list that arrives in two parts, the second once it may."""

    def __init__(self, may: asyncio.Event) -> None:
        """The second part waits for ``may``."""
        self._may = may
        self.begun = asyncio.Event()
        self.parts = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The parts."""
        for part in (LIST[:20].encode(), LIST[20:].encode()):
            self.parts += 1
            self.begun.set()
            yield part
            await self._may.wait()


async def answers() -> tuple[list[httpx.Response], httpx.Response, Body, httpx.Response]:
    """Those of uploads that take every place, of one more meanwhile, and of one afterwards."""
    app = create_app(LOCAL)
    app.state.reader = reader
    may, now = asyncio.Event(), asyncio.Event()
    now.set()
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, timeout=60) as client:
        await client.get(f"/start?token={TOKEN}")

        async def upload(body: Body) -> httpx.Response:
            return await client.post("/api/workshops", params={"file": "a.csv"}, content=body)

        slow = [Body(may) for _ in range(AT_ONCE + WAITING)]
        sent = [asyncio.ensure_future(upload(body)) for body in slow]
        for body in slow:
            await body.begun.wait()
        late = Body(now)
        refused = await upload(late)
        may.set()
        taken = [await each for each in sent]
        last = await upload(Body(now))
    app.state.readers.close()
    app.state.office.close()
    return taken, refused, late, last


def test_a_place_is_taken_before_the_bytes_come() -> None:
    """While bodies of others are on their way there is none; the whole of the body is let come."""
    taken, refused, late, last = done(answers())

    assert {201} == {answer.status_code for answer in taken}
    assert (429, "E-BUSY") == (refused.status_code, refused.json()["error"]["code"])
    assert refused.json()["error"]["message"].startswith(f"{AT_ONCE + WAITING} files are")
    assert 2 == late.parts
    assert 201 == last.status_code
