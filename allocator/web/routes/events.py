"""Server-sent events: how far a search is, what a colleague changed, that a workshop is gone."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from allocator.web.colleagues import who_told
from allocator.web.desk import Desk
from allocator.web.exchange import desk_of, language_of
from allocator.web.languages import in_language
from allocator.web.refusals import TooManyWindows
from allocator.web.views import job_view

#: Seconds between two looks, and between two signs of life.
TICK, ALIVE = 0.25, 15.0
#: Windows of one visitor, or of the whole office behind its proxy, that listen at once.
MOST_STREAMS = 60
_STREAM = "text/event-stream"


async def events(request: Request) -> Response:
    """A stream of ``job`` and ``changed`` events, until the visitor leaves.

    Who asks for its headers alone gets them, and no stream.
    """
    desk = await desk_of(request)
    if request.method == "HEAD":
        return Response(media_type=_STREAM)
    streams: Counter[str] = request.app.state.streams
    session = request.state.visitor.session
    if streams[session] >= MOST_STREAMS:
        raise TooManyWindows(MOST_STREAMS)
    return StreamingResponse(_counted(request, desk, streams, session), media_type=_STREAM)


async def _counted(
    request: Request, desk: Desk, streams: Counter[str], session: str
) -> AsyncIterator[str]:
    """The stream, counted as long as it lasts."""
    streams[session] += 1
    try:
        async for news in _stream(request, desk):
            yield news
    finally:
        streams[session] -= 1


async def _stream(request: Request, desk: Desk) -> AsyncIterator[str]:
    """What is new, at most four times a second; a comment now and then keeps proxies awake."""
    number, told, silent = desk.revision.number, "", 0.0
    language = language_of(request)
    while not await request.is_disconnected():
        if desk.is_gone:
            yield "event: gone\ndata: {}\n\n"
            return
        news = []
        if desk.job is not None:
            shown = job_view(desk.job.standing, desk.place(), language)
            standing = json.dumps(in_language(shown, language))
            if standing != told:
                told = standing
                news.append(f"event: job\ndata: {standing}\n\n")
        revision = desk.revision
        if revision.number != number:
            number = revision.number
            changed = {"revision": number, "who": who_told(revision.who), "what": revision.what,
                       "kind": revision.kind}  # fmt: skip
            news.append(f"event: changed\ndata: {json.dumps(in_language(changed, language))}\n\n")
        silent = 0.0 if news else silent + TICK
        if silent >= ALIVE:
            silent = 0.0
            news.append(": still here\n\n")
        for each in news:
            yield each
        await asyncio.sleep(TICK)
