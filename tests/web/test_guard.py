"""The guard: who is let in, and what every answer says."""

import logging
from collections.abc import Callable

import pytest
from browsers import BASE, Browser
from guarded import LOCAL, TOKEN, admitted, application, client, code
from starlette.types import Message
from web.loops import done

from allocator.web.access import Access
from allocator.web.guard import Guard


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


@pytest.mark.parametrize(
    ("browser", "path"),
    [(admitted, "/"), (client, "/"), (admitted, "/nowhere"), (admitted, "/broken/1")],
)
def test_every_answer_is_guarded(browser: Callable[[], Browser], path: str) -> None:
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
        line.startswith(f"not foreseen, number {number}: ValueError (guarded.py:") for line in lines
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

    done(Guard(application(LOCAL), LOCAL)({"type": "websocket"}, receive, send))

    assert [{"type": "websocket.close", "code": 1008}] == messages
