"""The pages: the start page, a workshop, and the parts of it that change."""

import re
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from allocator.web import pages
from allocator.web.exchange import colleague, desk_of, language_of, office_of
from allocator.web.exchange import fragment as fragment_of


async def start(request: Request) -> Response:
    """Drop a list in, or go on with a workshop."""
    office = office_of(request)
    shelved = await run_in_threadpool(office.workshops, request.state.visitor.session)
    who = colleague(request)
    made = partial(pages.start_html, shelved, language_of(request), keeps=office.keeps, who=who)
    return HTMLResponse(await run_in_threadpool(made))


async def workshop(request: Request) -> Response:
    """The page of one workshop, at the step that was asked for or the furthest one."""
    step, compare = (request.query_params.get(key, "") for key in ("step", "compare"))
    desk, who, language = await desk_of(request), colleague(request), language_of(request)
    number = int(compare) if re.fullmatch(r"\d{1,9}", compare, re.ASCII) else 0
    made = partial(pages.workshop_html, desk, step, who, language, compare=number)
    return HTMLResponse(await run_in_threadpool(made))


async def fragment(request: Request) -> Response:
    """One part of the page of a workshop.

    Raises:
        NotThere: when there is no such part.
    """
    desk, name = await desk_of(request), request.path_params["name"]
    return await run_in_threadpool(fragment_of, desk, name, language_of(request))
