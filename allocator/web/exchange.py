"""From a request to what the desk takes, and back: bodies, numbers, JSON and fragments."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from allocator.answers import findings_answer
from allocator.errors import AllocatorError
from allocator.text import say
from allocator.web.access import LARGEST_MESSAGE, SOMEBODY
from allocator.web.desk import Desk
from allocator.web.languages import in_language
from allocator.web.office import Office
from allocator.web.page_words import told_here
from allocator.web.refusals import BadRequest, PageRefusal

#: Exit code of an error -> HTTP status.
_STATUS = {1: 500, 2: 422, 3: 422, 4: 422, 5: 422, 6: 422, 130: 422}


def office_of(request: Request) -> Office:
    """The office that the server serves."""
    office: Office = request.app.state.office
    return office


async def desk_of(request: Request) -> Desk:
    """The desk that the address names; one that lies on disk may take a second to be read.

    Raises:
        NotThere: when there is none, or it is somebody else's.
    """
    identity, session = request.path_params["id"], request.state.visitor.session
    return await run_in_threadpool(office_of(request).desk, identity, session)


def visitor_name(request: Request) -> str:
    """Who is asking, as the history names them."""
    name: str = request.state.visitor.name
    return name


def colleague(request: Request) -> str:
    """The name of a colleague whom the proxy names; empty for the one user of this machine."""
    name: str = request.state.visitor.name
    return "" if name == SOMEBODY else name


def language_of(request: Request) -> str:
    """The language in which the visitor is answered."""
    language: str = request.state.language
    return language


def answer(request: Request, said: object, status: int = 200) -> JSONResponse:
    """An answer as JSON, its sentences in the visitor's language."""
    return JSONResponse(in_language(said, language_of(request)), status_code=status)


async def body_of(request: Request) -> Mapping[str, Any]:
    """The JSON object of a request; an empty body is an empty one.

    Raises:
        BadRequest: when it is no JSON object, is too large, or holds a text or a number that
            cannot be written down again: half a character, NaN, Infinity.
    """
    content = await request.body()
    if len(content) > LARGEST_MESSAGE:
        message = say("the request is larger than {most} bytes.", most=LARGEST_MESSAGE)
        raise BadRequest(message)
    try:
        body = json.loads(content or b"{}")
        json.dumps(body, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        message = say("the body of the request is no JSON object of whole characters and numbers.")
        raise BadRequest(message)
    return body


def number_in(body: Mapping[str, Any], key: str, default: int | None = None) -> int:
    """A whole number of a request.

    Raises:
        BadRequest: when there is none.
    """
    value = body.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int):
        message = say('"{key}" is to be a whole number.', key=key)
        raise BadRequest(message)
    return value


def text_in(body: Mapping[str, Any], key: str, default: str | None = None) -> str:
    """A text of a request.

    Raises:
        BadRequest: when there is none.
    """
    value = body.get(key, default)
    if not isinstance(value, str):
        message = say('"{key}" is to be a text.', key=key)
        raise BadRequest(message)
    return value


def wants_html(request: Request) -> bool:
    """Whether the page itself asks, which takes the fragment that changed."""
    return request.headers.get("accept", "").startswith("text/html")


def fragment(desk: Desk, name: str, language: str, said: str = "") -> HTMLResponse:
    """A part of the page as it is now, with the revision and a sentence for the reader."""
    from allocator.web.pages import fragment_html  # noqa: PLC0415 - loads the templates

    headers = {"X-Revision": str(desk.revision.number), "X-Said": quote(told_here(said, language))}
    return HTMLResponse(fragment_html(desk, name, language), headers=headers)


async def changed(request: Request, desk: Desk, name: str, more: Mapping[str, Any]) -> Response:
    """The answer to a change: the fragment for the page, else JSON."""
    what = desk.revision.what
    if wants_html(request):
        said = more.get("sentence", what)
        return await run_in_threadpool(fragment, desk, name, language_of(request), said)
    return answer(request, {"revision": desk.revision.number, "sentence": what, **more})


def refused(request: Request, error: AllocatorError) -> Response:
    """An error in the words of the command line, with its status; a page where one was opened."""
    status = error.status if isinstance(error, PageRefusal) else _STATUS.get(error.exit_code, 500)
    if isinstance(error, PageRefusal) and request.headers.get("sec-fetch-dest") == "document":
        from allocator.web.pages import refusal_html  # noqa: PLC0415 - loads the templates

        return HTMLResponse(refusal_html(error, language_of(request)), status_code=status)
    if wants_html(request):
        from allocator.web.pages import alert_html  # noqa: PLC0415 - loads the templates

        return HTMLResponse(alert_html(error, language_of(request)), status_code=status)
    said = {
        "error": {"code": error.code, "message": error.message},
        "findings": findings_answer(error.findings),
    }
    return answer(request, said, status)
