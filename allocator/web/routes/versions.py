"""Re-balancing, downloads, the history, and everything about a workshop in one answer."""

import re
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from allocator.allocation import Outcome
from allocator.answers import allocation_answer, rebalance_answer
from allocator.errors import ListRefused
from allocator.file_names import file_name
from allocator.findings import Place
from allocator.remarks.wording import error
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
    office_of,
    visitor_name,
)
from allocator.web.exporting import export_of
from allocator.web.jobs import Job
from allocator.web.refusals import BadRequest, NoRebalanceYet
from allocator.web.revision import Content
from allocator.web.routes.boards import started
from allocator.web.routes.lists import attachment, upload_in, workbook
from allocator.web.views import whole_view


async def rebalance(request: Request) -> Response:
    """Take a new list into the rosters on the board; ``mode=add`` for additions only."""
    desk, (listing, found) = await desk_of(request), await upload_in(request)
    number = _number(request.query_params.get("revision", str(desk.revision.number)))
    if isinstance(found, Outcome):
        message = say("this is a rosters workbook. Drop the new delegation list in.")
        raise ListRefused([error("E-LIST", Place(file=listing.upload.file), message)])
    if found.workshop is None:
        raise ListRefused(found.errors)
    mode = request.query_params.get("mode", "list")
    if mode not in ("list", "add"):
        message = say('"mode" is to be list, for the whole new list, or add, for additions only.')
        raise BadRequest(message)

    def made(before: Content, job: Job) -> Content:
        published, file = work.published(before)
        content = replace(
            before, published=published, published_file=file, late=listing,
            late_examination=found, adds=mode == "add",
        )  # fmt: skip
        return work.rebalanced(content, None, job)

    who = visitor_name(request)
    job = await run_in_threadpool(desk.search, who, number, "rebalanced", made)
    return await started(request, desk, job)


def _number(text: str) -> int:
    """The revision in an address.

    Raises:
        BadRequest: when it is no whole number.
    """
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        message = say('"{key}" is to be a whole number.', key="revision")
        raise BadRequest(message)
    return int(text)


async def frontier(request: Request) -> Response:
    """Another point of the frontier: the best with at most so many moves."""
    desk, body = await desk_of(request), await body_of(request)
    content, most = desk.content, number_in(body, "moves")
    if content.published is None:
        raise NoRebalanceYet

    def made(before: Content, job: Job) -> Content:
        return work.rebalanced(before, most, job)

    number = number_in(body, "revision")
    who = visitor_name(request)
    job = await run_in_threadpool(desk.search, who, number, "rebalanced", made)
    return await started(request, desk, job)


async def rosters(request: Request) -> Response:
    """The rosters workbook of the board."""
    desk = await desk_of(request)
    content, name = await run_in_threadpool(_rosters, desk)
    return workbook(content, name)


def _rosters(desk: Desk) -> tuple[bytes, str]:
    content = desk.content
    file = work.workbook_of(content)
    return file, file_name(work.on_board(content), content.stamp)


async def export(request: Request) -> Response:
    """The rosters of the board in the form of another system, such as ``zoom.csv``."""
    desk, file = await desk_of(request), request.path_params["name"]
    session = request.query_params.get("session", "1")
    if not re.fullmatch(r"\d{1,2}", session, re.ASCII):
        message = '"session" is to be a whole number from 1 up.'
        raise BadRequest(message)
    content, name = await run_in_threadpool(export_of, desk.content, file, int(session))
    return attachment(content, name)


async def published(request: Request) -> Response:
    """The rosters workbook that a re-balance began with: ``verify --from`` asks for it."""
    content = (await desk_of(request)).content
    if content.published is None:
        raise NoRebalanceYet
    return workbook(content.published_file, content.published.source.file)


async def result(request: Request) -> Response:
    """The rosters as the command line gives them with ``--json``."""
    content = (await desk_of(request)).content
    return JSONResponse(await run_in_threadpool(_result, content))


def _result(content: Content) -> dict[str, Any]:
    outcome = work.on_board(content)
    if outcome.changes is not None:
        return rebalance_answer(outcome)
    return allocation_answer(outcome, content.choice)


async def restore(request: Request) -> Response:
    """An earlier revision once more."""
    desk, body = await desk_of(request), await body_of(request)
    number, wanted = number_in(body, "revision"), number_in(body, "number")
    await run_in_threadpool(desk.restore, visitor_name(request), number, wanted)
    return await changed(request, desk, "versions", {})


async def workshop(request: Request) -> Response:
    """Everything about a workshop."""
    desk, language = await desk_of(request), language_of(request)
    return answer(request, await run_in_threadpool(whole_view, desk, language))


async def workshops(request: Request) -> Response:
    """The workshops that the visitor may open."""
    office, session = office_of(request), request.state.visitor.session
    shelved = await run_in_threadpool(office.workshops, session)
    return JSONResponse(
        {"workshops": [{"id": each.id, "name": each.name, "used": each.used} for each in shelved]}
    )


async def delete(request: Request) -> Response:
    """Remove a workshop with all its versions."""
    office, session = office_of(request), request.state.visitor.session
    await run_in_threadpool(office.delete, request.path_params["id"], session)
    return JSONResponse({"deleted": True})
