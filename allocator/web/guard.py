"""The guard before every page: who is let in, what a request may cost, what every answer says."""

import logging
import secrets
import time
from collections.abc import Iterable
from typing import Final

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allocator.text import say
from allocator.web.access import Access
from allocator.web.bodies import PATIENCE, Body
from allocator.web.headers import STATIC, guarded
from allocator.web.languages import chosen, in_language, language_of
from allocator.web.origins import SAFE, require_own_host, require_own_origin
from allocator.web.quiet_log import where
from allocator.web.refusals import BadRequest, PageRefusal
from allocator.web.turned_away import Stumbled, TooLarge
from allocator.web.turned_away_page import alert, page
from allocator.web.visitors import Headers, admitted, visitor_of

#: The address that lets a browser in.
START = "/start"
#: What is logged for a visitor who left before the answer was complete.
LEFT = 499
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE"})
_LOG: Final = logging.getLogger(__name__)


class Guard:
    """ASGI middleware: puts ``visitor`` and ``language`` into ``scope["state"]``, or turns away.

    It stands between the error handlers of Starlette: those of its own errors are behind it, and
    what was not foreseen comes to it.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        """Stand before the application."""
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it."""
        if scope["type"] == "http":
            await self._answered(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        start, path = time.perf_counter(), scope["path"]
        status = 0

        async def send_guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = guarded(message.get("headers", ()), path)
            await send(message)

        try:
            await self._served(scope, receive, send_guarded)
        except ClientDisconnect:
            status = LEFT
        except Exception as error:  # noqa: BLE001 - whatever it is, the next request is answered
            stumbled = _stumbled(error)
            if not status:
                await _refusal(stumbled, scope)(scope, receive, send_guarded)
        method = scope["method"] if scope["method"] in _METHODS else "other"
        milliseconds = 1000 * (time.perf_counter() - start)
        _LOG.info("%s %s %s %.0f ms", method, _template(path, scope), status, milliseconds)

    async def _served(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = _headers(scope["headers"])
        try:
            require_own_host(self._access, headers)
            if scope["path"] == START and not self._access.proxy and scope["method"] in SAFE:
                cookie = admitted(self._access, scope["query_string"], headers)
                answer: Response = RedirectResponse("/", 303, {"set-cookie": cookie})
                await answer(scope, receive, send)
                return
            require_own_origin(self._access, scope["method"], headers)
            client = scope["client"][0] if scope.get("client") else ""
            visitor = visitor_of(self._access, headers, client)
            body = self._body(scope, headers, receive)
        except PageRefusal as refusal:
            await _refusal(refusal, scope)(scope, receive, send)
            return
        choice = chosen(scope["query_string"]) if scope["method"] in SAFE else None
        if choice:
            cookie, query = choice
            # Relative to the address that was asked for, so it leads nowhere else.
            here = RedirectResponse(f"?{query}", 303, {"set-cookie": cookie})
            await here(scope, receive, send)
            return
        scope.setdefault("state", {}).update(visitor=visitor, language=language_of(headers))
        try:
            await self._app(scope, body.receive, send)
        except PageRefusal as refusal:
            # Of the body, where the application did not ask for it within its own handlers.
            await _refusal(refusal, scope)(scope, receive, send)

    def _body(self, scope: Scope, headers: Headers, receive: Receive) -> Body:
        """The body, which is a file where the address names one.

        Raises:
            TooLarge: when the request says so itself.
            BadRequest: when it says its size in two ways.
        """
        limits = self._access.limits
        is_file = scope["query_string"].startswith(b"file=") or b"&file=" in scope["query_string"]
        limit = limits.file if is_file else limits.message
        sizes = headers.get("content-length", ())
        if any(size.isdecimal() and int(size[:18]) > PATIENCE * limit for size in sizes):
            raise TooLarge(limit)
        if sizes and "transfer-encoding" in headers:
            # A proxy may believe the one and we the other, and take two requests for one.
            message = say("the size of the request is told in two ways.")
            raise BadRequest(message)
        return Body(receive, limit, limits)


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    headers: dict[str, list[str]] = {}
    for name, value in raw:
        headers.setdefault(name.decode("latin-1").lower(), []).append(_text(value))
    return headers


def _text(value: bytes) -> str:
    """The value of a header; names of colleagues come in UTF-8, or as the older standard has it."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _refusal(refusal: PageRefusal, scope: Scope) -> Response:
    """The refusal as JSON, as a part of a page that a script asked for, or as a page."""
    headers = _headers(scope["headers"])
    language = language_of(headers)
    if not any(value.startswith("text/html") for value in headers.get("accept", ())):
        told = {"code": refusal.code, "message": refusal.message}
        answer = in_language({"error": told, "findings": []}, language)
        return JSONResponse(answer, refusal.status)
    whole = "document" in headers.get("sec-fetch-dest", ("document",))
    return HTMLResponse((page if whole else alert)(refusal, language), refusal.status)


def _stumbled(error: Exception) -> Stumbled:
    """What the visitor is told; the log has the kind of error and its line, and no values."""
    number = secrets.token_hex(4)
    _LOG.error("not foreseen, number %s: %s", number, where(type(error), error.__traceback__))
    return Stumbled(number)


def _template(path: str, scope: Scope) -> str:
    """The address with the names of its parts in place of what they are; never what was typed."""
    if "endpoint" not in scope:
        return path if path == START else "-"
    if path.startswith(STATIC):
        return f"{STATIC}{{file}}"
    for name, value in scope.get("path_params", {}).items():
        path = f"{path}/".replace(f"/{value}/", f"/{{{name}}}/").removesuffix("/")
    return path
