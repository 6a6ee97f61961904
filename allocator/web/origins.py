"""Where a request comes from: meant for this server, and sent by one of its own pages."""

from allocator.web.access import Access
from allocator.web.turned_away import ForeignHost, ForeignOrigin
from allocator.web.visitors import Headers

#: Methods that change nothing.
SAFE = frozenset({"GET", "HEAD"})
#: What browsers say of requests of our own pages, and of addresses that the user typed.
_OWN_SITE = frozenset({"same-origin", "none"})


def require_own_host(access: Access, headers: Headers) -> None:
    """Nothing, when the request is meant for a name of this server.

    A page elsewhere can let its own name point to this machine (DNS rebinding); the browser then
    sends that name.

    Raises:
        ForeignHost: when it is another name, or none, or several.
    """
    hosts = headers.get("host", ())
    if len(hosts) != 1 or hosts[0].lower() not in access.known_hosts:
        raise ForeignHost


def require_own_origin(access: Access, method: str, headers: Headers) -> None:
    """Nothing, when a request that changes something was sent by one of our own pages.

    Programs that are no browser send neither header; the cookie is theirs to give.

    Raises:
        ForeignOrigin: when a page of another site sent it.
    """
    if method in SAFE:
        return
    sites, origins = headers.get("sec-fetch-site", ()), headers.get("origin", ())
    own = access.origins
    if "same-origin" in sites:
        # Our pages tell nobody where a visitor comes from, and so their forms have the origin null.
        own |= {"null"}
    if not _OWN_SITE.issuperset(sites) or not own.issuperset(map(str.lower, origins)):
        raise ForeignOrigin
