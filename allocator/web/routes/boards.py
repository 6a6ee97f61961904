"""Allocating, and changing the board by hand."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from allocator.by_hand import HandMove
from allocator.delegation import DelegateId, DelegationId
from allocator.text import say
from allocator.web import work
from allocator.web.desk import Desk
from allocator.web.exchange import (
    answer,
    body_of,
    changed,
    desk_of,
    language_of,
    number_in,
    text_in,
    visitor_name,
)
from allocator.web.jobs import Job
from allocator.web.refusals import BadRequest, NotYet
from allocator.web.revision import Content
from allocator.web.views import board_view, goals_told, job_view


async def settings(request: Request) -> Response:
    """Other settings."""
    desk, body = await desk_of(request), await body_of(request)
    said = body.get("settings")
    if not isinstance(said, dict):
        message = say('"settings" is to be an object with the keys of a settings file.')
        raise BadRequest(message)
    number = number_in(body, "revision")
    await run_in_threadpool(desk.say, visitor_name(request), number, said)
    return await changed(request, desk, "settings", {})


async def allocate(request: Request) -> Response:
    """Start the search for the best rosters."""
    desk, body = await desk_of(request), await body_of(request)
    who, number = visitor_name(request), number_in(body, "revision")
    job = await run_in_threadpool(desk.search, who, number, "allocated", work.allocated)
    return await started(request, desk, job)


async def stop(request: Request) -> Response:
    """End the search; the best that was found is kept."""
    desk = await desk_of(request)
    await run_in_threadpool(desk.stop)
    return JSONResponse({"revision": desk.revision.number})


async def move(request: Request) -> Response:
    """Some people of a delegation into another group."""
    desk, body = await desk_of(request), await body_of(request)
    moved = HandMove(
        delegation=DelegationId(text_in(body, "delegation")),
        delegate=DelegateId(text_in(body, "delegate", "")),
        origin=number_in(body, "from"),
        target=number_in(body, "to"),
        people=number_in(body, "people", 1),
    )
    before = desk.content
    number = number_in(body, "revision")
    await run_in_threadpool(desk.move, visitor_name(request), number, [moved])
    return await _moved(request, desk, before)


async def undo(request: Request) -> Response:
    """What was before the last change on the board."""
    return await _step(request, back=True)


async def redo(request: Request) -> Response:
    """What was undone last."""
    return await _step(request, back=False)


async def pin(request: Request) -> Response:
    """Keep a delegation where it is, or let it go."""
    desk, body = await desk_of(request), await body_of(request)
    pinning = partial(desk.pin, pinned=body.get("pinned") is True)
    who, number = visitor_name(request), number_in(body, "revision")
    place = text_in(body, "delegation"), number_in(body, "group")
    await run_in_threadpool(pinning, who, number, *place)
    return await changed(request, desk, "board", {})


async def suggest(request: Request) -> Response:
    """Start the search for the moves that help most."""
    desk, body = await desk_of(request), await body_of(request)
    content, number = desk.content, number_in(body, "revision")

    def asked(job: Job) -> None:
        desk.answers.suggestions = work.suggested(content, job)
        desk.answers.revision = number

    job = await run_in_threadpool(desk.ask, number, "suggest", asked)
    return await started(request, desk, job)


async def take(request: Request) -> Response:
    """Make the moves of a suggestion."""
    desk, body = await desk_of(request), await body_of(request)
    number, index = number_in(body, "revision"), number_in(body, "suggestion")
    suggestions = desk.answers.suggestions if desk.answers.revision == number else ()
    if not 0 <= index < len(suggestions):
        message = say("the board has changed since. Ask for suggestions again.")
        raise NotYet(message)
    before = desk.content
    moves = list(work.hand_moves(work.on_board(before), suggestions[index].steps))
    await run_in_threadpool(desk.move, visitor_name(request), number, moves)
    return await _moved(request, desk, before)


async def why(request: Request) -> Response:
    """Start the answer to why somebody sits there."""
    desk, body = await desk_of(request), await body_of(request)
    content, who = desk.content, text_in(body, "who").strip()
    if not who:
        message = say('"who" is to name a delegation or a delegate.')
        raise BadRequest(message)

    def asked(job: Job) -> None:
        lines = work.why(content, who, job)
        desk.answers.who, desk.answers.lines = who, lines

    number = number_in(body, "revision", desk.revision.number)
    job = await run_in_threadpool(desk.ask, number, "why", asked)
    return await started(request, desk, job)


async def board(request: Request) -> Response:
    """The board as JSON."""
    desk = await desk_of(request)
    revision = desk.revision
    shown = await run_in_threadpool(board_view, revision.content, language_of(request))
    return answer(request, {"revision": revision.number, "board": shown})


async def started(request: Request, desk: Desk, job: Job) -> Response:
    """The answer to a request that started a search."""
    from allocator.web.exchange import fragment, wants_html  # noqa: PLC0415 - used here only

    if wants_html(request):
        shown = await run_in_threadpool(fragment, desk, "job", language_of(request))
        shown.status_code = 202
        return shown
    told = job_view(job.standing, desk.place(), language_of(request))
    return answer(request, {"revision": desk.revision.number, "job": told}, 202)


async def _moved(request: Request, desk: Desk, before: Content) -> Response:
    """The answer to a change on the board: what became of every goal."""
    after = desk.revision
    told = await run_in_threadpool(
        goals_told, before, after.content, after.what, language_of(request)
    )
    return await changed(request, desk, "board", told)


async def _step(request: Request, *, back: bool) -> Response:
    desk, body = await desk_of(request), await body_of(request)
    step, before = (desk.undo if back else desk.redo), desk.content
    await run_in_threadpool(step, visitor_name(request), number_in(body, "revision"))
    return await _moved(request, desk, before)
