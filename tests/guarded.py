"""A page behind the guard, and the browsers that come to it."""

import httpx
from browsers import BASE, Browser
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from allocator.web.access import Access
from allocator.web.guard import Guard

TOKEN = "0123456789abcdef"  # noqa: S105 - of the tests
LOCAL = Access(token=TOKEN)
OFFICE = Access(
    token=TOKEN,
    proxy="10.0.0.0/24",
    user_header="X-Remote-User",
    public_hosts=("groups.example.org",),
)


async def who(request: Request) -> Response:
    """Whom the guard let in, the size of what they sent, and the language they read."""
    visitor = request.state.visitor
    size = len(await request.body())
    language = request.state.language
    said = {"session": visitor.session, "name": visitor.name, "size": size, "language": language}
    return JSONResponse(said)


async def broken(_request: Request) -> Response:
    """A defect whose text holds a name."""
    message = "Canaria"
    raise ValueError(message)


def application(access: Access) -> Starlette:
    """A page behind the guard."""
    methods = ["GET", "POST", "PUT", "DELETE"]
    app = Starlette(
        routes=[Route("/", who, methods=methods), Route("/workshops/{id}", who),
                Route("/broken/{id}", broken)]
    )  # fmt: skip
    app.add_middleware(Guard, access=access)
    return app


def client(access: Access = LOCAL, *, base: str = BASE, address: str = "127.0.0.1") -> Browser:
    """A browser without a cookie."""
    return Browser(application(access), base=base, address=address)


def admitted() -> Browser:
    """A browser that opened the start address."""
    browser = client()
    assert 303 == browser.get(f"/start?token={TOKEN}").status_code
    return browser


def colleague(**headers: str) -> Browser:
    """A colleague behind the office's proxy."""
    browser = client(OFFICE, base="https://groups.example.org", address="10.0.0.7")
    browser.headers.update({"X-Remote-User": "Ana", **headers})
    return browser


def code(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["error"]["code"]
