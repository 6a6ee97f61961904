"""Who asks: a session behind a signed cookie, or a colleague whom the office's proxy names."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from allocator.web.access import SOMEBODY, Access
from allocator.web.turned_away import NoName, NoSession, NotFromProxy, WrongToken

#: How the name of the cookie begins.
COOKIE = "allocator"
#: The session of colleagues, who share all workshops.
OFFICE = "office"
#: The longest name of a colleague, in characters.
LONGEST_NAME = 80

#: Headers of a request: name in lower case -> its values, in order.
Headers = Mapping[str, Sequence[str]]


#: Seconds that a browser keeps the cookie: as long as a workshop is kept.
KEPT = 12 * 60 * 60


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: whose workshops they see, and the name that the history has for them."""

    session: str
    name: str


def visitor_of(access: Access, headers: Headers, client: str) -> Visitor:
    """The visitor behind a request.

    Raises:
        NotFromProxy: when there is a proxy, and the connection comes from elsewhere.
        NoName: when the proxy names nobody, or several.
        NoSession: when there is no proxy and no cookie of this server.
    """
    if access.proxy:
        return _colleague(access, headers, client)
    session = session_in(access, headers)
    return Visitor(session, SOMEBODY)


def session_in(access: Access, headers: Headers) -> str:
    """The session of the cookie.

    Raises:
        NoSession: when there is none, or another server signed it.
    """
    for text in headers.get("cookie", ()):
        session, _, signature = _cookie(text, _name(access)).partition(".")
        if session and hmac.compare_digest(_signature(access, session), signature):
            return session
    raise NoSession


def admitted(access: Access, query: bytes, headers: Headers) -> str:
    """The ``Set-Cookie`` of a visitor who opened the start address; who has a session keeps it.

    Raises:
        WrongToken: when the address does not hold the token of this server.
    """
    given = parse_qs(query.decode("latin-1")).get("token", [""])[0]
    if not hmac.compare_digest(given.encode(), access.token.encode()):
        raise WrongToken
    try:
        session = session_in(access, headers)
    except NoSession:
        session = secrets.token_hex(16)
    value = f"{session}.{_signature(access, session)}"
    return f"{_name(access)}={value}; Max-Age={KEPT}; Path=/; HttpOnly; SameSite=Strict"


def _colleague(access: Access, headers: Headers, client: str) -> Visitor:
    if not access.is_from_proxy(client):
        raise NotFromProxy
    names = headers.get(access.user_header.lower(), ())
    # Two of them: one may be the visitor's own invention.
    name = " ".join(names[0].split()) if len(names) == 1 else ""
    if not name or not name.isprintable():
        raise NoName
    return Visitor(OFFICE, name[:LONGEST_NAME])


def _name(access: Access) -> str:
    """The name of the cookie; cookies know no ports, and two servers may run on one machine."""
    return f"{COOKIE}-{access.port}"


def _cookie(text: str, name: str) -> str:
    try:
        found = SimpleCookie(text).get(name)
    except CookieError:
        return ""
    return found.value if found and found.value.isascii() else ""


def _signature(access: Access, session: str) -> str:
    return hmac.new(access.token.encode(), session.encode(), hashlib.sha256).hexdigest()
