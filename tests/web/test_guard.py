"""The guard: who is let in, and what every answer says."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import pytest
from browsers import BASE, Browser
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Message

from allocator.web.access import Access, Limits
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
    """Whom the guard let in, and the size of what they sent."""
    visitor = request.state.visitor
    size = len(await request.body())
    return JSONResponse({"session": visitor.session, "name": visitor.name, "size": size})


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


def code(answer: Any) -> tuple[int, str]:  # noqa: ANN401 - of httpx
    """Status and code of a refusal."""
    return answer.status_code, answer.json()["error"]["code"]


def test_the_start_address_lets_a_browser_in() -> None:
    """A cookie that scripts cannot read and other sites cannot send; then the page."""
    browser = client()
    answer = browser.get(f"/start?token={TOKEN}")
    cookie = answer.headers["set-cookie"]

    assert (303, "/") == (answer.status_code, answer.headers["location"])
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert TOKEN not in cookie
    assert 200 == browser.get("/").status_code


@pytest.mark.parametrize("token", ["", "?token=", "?token=wrong", f"?token={TOKEN[:-1]}",
                                   f"?token={TOKEN}0", "?token=%C3%A9", f"?{TOKEN}"])  # fmt: skip
def test_another_token_lets_nobody_in(token: str) -> None:
    """Missing, wrong, cut off or not ASCII."""
    answer = client().get(f"/start{token}")

    assert (403, "E-SESSION") == code(answer)
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["", "x", "x.y", f"{TOKEN}", f"{TOKEN}.{'0' * 64}", ".", '"é"'])
def test_nobody_is_let_in_without_a_signed_cookie(cookie: str) -> None:
    """Not with none, and not with one that somebody made up."""
    header = f"allocator-8765={cookie}".encode("latin-1")

    assert (401, "E-SESSION") == code(client().get("/", headers={b"cookie": header}))


def test_a_cookie_of_another_start_is_worth_nothing() -> None:
    """The next start has another token."""
    cookie = client().get(f"/start?token={TOKEN}").headers["set-cookie"].partition(";")[0]
    later = client(Access(token="another"))  # noqa: S106 - of the tests

    assert (401, "E-SESSION") == code(later.get("/", headers={"cookie": cookie}))


def test_each_browser_has_its_own_session_and_keeps_it() -> None:
    """Two browsers are two sessions; the start address a second time changes nothing."""
    first, second = admitted(), admitted()
    session = first.get("/").json()["session"]
    first.get(f"/start?token={TOKEN}")

    assert session == first.get("/").json()["session"]
    assert session != second.get("/").json()["session"]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost:8766",
        "127.0.0.1:8765.evil.example",
        "",
    ],
)
def test_a_foreign_host_is_turned_away(host: str) -> None:
    """Also with the cookie: the name of another site may point to this machine."""
    assert (421, "E-HOST") == code(admitted().get("/", headers={"host": host}))


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"]
)
def test_the_names_of_this_machine_are_known(host: str) -> None:
    """In numbers, by name, and in IPv6."""
    browser = admitted()
    cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())

    assert 200 == browser.get("/", headers={"host": host, "cookie": cookie}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://127.0.0.1:8766"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": BASE},
        {"sec-fetch-site": "same-origin", "origin": "http://evil.example"},
        {"sec-fetch-site": "none", "origin": "null"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_change_from_another_site_is_turned_away(method: str, headers: dict[str, str]) -> None:
    """Whatever of the two headers says so."""
    assert (403, "E-ORIGIN") == code(admitted().request(method, "/", headers=headers))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": BASE},
        {"sec-fetch-site": "same-origin", "origin": BASE},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_change_from_our_own_page_is_taken(headers: dict[str, str]) -> None:
    """By script, by form, or by a program that is no browser."""
    assert 200 == admitted().post("/", headers=headers).status_code


def test_a_colleague_is_who_the_proxy_says() -> None:
    """All share the office's session, each with their own name, in any script."""
    first = colleague().get("/").json()
    second = colleague().get("/", headers={b"X-Remote-User": "Žofie  Ωmega".encode()}).json()

    assert ("Ana", "Žofie Ωmega") == (first["name"], second["name"])
    assert first["session"] == second["session"]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.1.7", "::1", "testclient", "::ffff:10.0.1.7"]
)
def test_only_the_proxy_is_served(address: str) -> None:
    """Who comes another way cannot name themselves."""
    browser = client(OFFICE, base="https://groups.example.org", address=address)

    assert (403, "E-PROXY") == code(browser.get("/", headers={"X-Remote-User": "Ana"}))


def test_a_proxy_that_is_reached_over_ipv6_is_the_same() -> None:
    """An IPv4 address may come written as one of IPv6."""
    browser = client(OFFICE, base="https://groups.example.org", address="::ffff:10.0.0.7")

    assert 200 == browser.get("/", headers={"X-Remote-User": "Ana"}).status_code


@pytest.mark.parametrize("names", [[], [""], ["  "], ["Ana", "Eva"], ["A\x07na"]])
def test_the_proxy_names_one_colleague(names: list[str]) -> None:
    """None, several, or what is no name: nobody is let in."""
    browser = client(OFFICE, base="https://groups.example.org", address="10.0.0.7")

    assert (401, "E-PROXY") == code(
        browser.get("/", headers=[("X-Remote-User", name) for name in names])
    )


def test_behind_a_proxy_the_public_name_counts() -> None:
    """Its origin may change things; that of a page on the visitor's own machine may not."""
    own, foreign = "https://groups.example.org", "http://127.0.0.1:8765"

    assert 200 == colleague().post("/", headers={"origin": own}).status_code
    assert (403, "E-ORIGIN") == code(colleague().post("/", headers={"origin": foreign}))
    assert (421, "E-HOST") == code(colleague(host="evil.example").get("/"))
    assert 200 == colleague(host="groups.example.org:443").get("/").status_code


def test_behind_a_proxy_a_token_is_worth_nothing() -> None:
    """The start address is a page like others: there is none."""
    assert 404 == colleague().get(f"/start?token={TOKEN}").status_code


@pytest.mark.parametrize(
    ("browser", "path"),
    [(admitted, "/"), (client, "/"), (admitted, "/nowhere"), (admitted, "/broken/1")],
)
def test_every_answer_is_guarded(browser: Any, path: str) -> None:  # noqa: ANN401 - a function
    """Pages, refusals, what is not there and what was not foreseen."""
    headers = browser().get(path).headers

    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert "no-store" == headers["cache-control"]
    assert "nosniff" == headers["x-content-type-options"]
    assert "no-referrer" == headers["referrer-policy"]
    assert "same-origin" == headers["cross-origin-resource-policy"]
    assert "same-origin" == headers["cross-origin-opener-policy"]
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_a_refusal_is_what_was_asked_for() -> None:
    """JSON for programs, a page for who opens an address, a part of a page for its scripts."""
    html = {"accept": "text/html,application/xhtml+xml"}
    page = client().get("/", headers=html).text
    part = client().get("/", headers={**html, "sec-fetch-dest": "empty"}).text

    assert page.startswith("<!doctype html>")
    assert part.startswith('<p class="alert" role="alert">This browser has no key')
    assert part in page


LIMITS = Limits(file=3000, message=300, pause=0.2, upload=0.5)
SMALL = Access(token=TOKEN, limits=LIMITS)


def small() -> Browser:
    """A browser of a server with small limits."""
    browser = client(SMALL)
    browser.get(f"/start?token={TOKEN}")
    return browser


@pytest.mark.parametrize(
    ("address", "limit"),
    [("/", 300), ("/?file=a.csv", 3000), ("/?x=1&file=", 3000), ("/?x=file=", 300)],
)
def test_bodies_are_cut_at_their_limit(address: str, limit: int) -> None:
    """To the byte; a file may be larger than a message."""
    assert limit == small().post(address, content=b"x" * limit).json()["size"]
    assert (413, "E-SIZE") == code(small().post(address, content=b"x" * (limit + 1)))


@pytest.mark.parametrize("length", ["1", "0", "300", "-1", "²"])
def test_what_a_request_says_of_its_size_is_not_believed(length: str) -> None:
    """The bytes that come are counted."""
    headers = {b"content-length": length.encode()}

    assert (413, "E-SIZE") == code(small().post("/", content=b"x" * 301, headers=headers))


@pytest.mark.parametrize("length", ["901", "9" * 5000])
def test_who_announces_too_much_is_answered_at_once(length: str) -> None:
    """Nothing of it is read."""
    answer = small().post("/", content=b"x", headers={"content-length": length})

    assert (413, "E-SIZE") == code(answer)


class Upload:
    """A body that arrives in parts, each after a pause; afterwards the visitor stays."""

    def __init__(self, sizes: Sequence[int], pause: float) -> None:
        """``pause`` in seconds."""
        self._parts = list(sizes)
        self._pause = pause
        self.sent = 0

    async def receive(self) -> Message:
        """The next part."""
        await asyncio.sleep(self._pause if self._parts else 60)
        size = self._parts.pop(0)
        self.sent += size
        return {"type": "http.request", "body": b"x" * size, "more_body": bool(self._parts)}


async def status_of(upload: Upload, cookie: str) -> int:
    """The status that the server of small limits answers an upload with."""
    statuses: list[int] = []

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/",
        "query_string": b"file=a.csv",
        "client": ("127.0.0.1", 50_000),
        "headers": [
            (b"host", b"127.0.0.1:8765"),
            (b"cookie", f"allocator-8765={cookie}".encode()),
        ],
    }
    await application(SMALL)(scope, upload.receive, send)
    (status,) = statuses
    return status


def answered(upload: Upload) -> int:
    """As ``status_of``, for a browser that was let in."""
    return asyncio.run(status_of(upload, small().cookies["allocator-8765"]))


@pytest.mark.parametrize(
    ("sizes", "pause", "status"),
    [([9] * 3, 0, 200), ([9] * 3, 0.6, 408), ([9] * 40, 0.05, 408)],
)
def test_a_slow_upload_is_not_waited_for(sizes: list[int], pause: float, status: int) -> None:
    """Neither for the next part, nor for the whole in small sips."""
    assert status == answered(Upload(sizes, pause))


def test_what_is_too_large_is_read_to_its_end_but_not_without_end() -> None:
    """A browser shows the answer once it has sent everything; three times the limit is enough."""
    upload, endless = Upload([1000] * 5, 0), Upload([1000] * 1000, 0)

    assert (413, 5000) == (answered(upload), upload.sent)
    assert (413, 10_000) == (answered(endless), endless.sent)


def test_the_log_has_no_values(caplog: pytest.LogCaptureFixture) -> None:
    """Method, address without its parts, status and time; of a defect its line and a number."""
    caplog.set_level(logging.INFO)
    browser = admitted()
    browser.get("/workshops/Canaria?file=Canaria.csv", headers={"user-agent": "Canaria"})
    browser.get("/Canaria")
    answer = browser.get("/broken/Canaria")
    number = answer.json()["error"]["message"].partition("number ")[2][:8]
    lines = [record.getMessage() for record in caplog.records if "allocator" in record.name]

    assert (500, "E-INTERNAL") == code(answer)
    assert "Canaria" not in answer.text
    assert not [line for line in lines if "Canaria" in line or TOKEN in line]
    assert any(line.startswith("GET /workshops/{id} 200 ") for line in lines)
    assert any(line.startswith("GET - 404 ") for line in lines)
    assert any(
        line.startswith(f"not foreseen, number {number}: ValueError (test_") for line in lines
    )


def test_the_log_has_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    """A defect is one line."""
    assert 500 == admitted().get("/broken/1").status_code
    assert [None] == [each.exc_info for each in caplog.records if each.levelno == logging.ERROR]


def test_sockets_other_than_requests_are_closed() -> None:
    """There is no page that needs one."""
    messages: list[Message] = []

    async def send(message: Message) -> None:
        messages.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    asyncio.run(Guard(application(LOCAL), LOCAL)({"type": "websocket"}, receive, send))

    assert [{"type": "websocket.close", "code": 1008}] == messages
