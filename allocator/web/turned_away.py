"""Requests that the guard turns away, each with its HTTP status and a sentence that helps."""

from allocator.text import say
from allocator.web.refusals import PageRefusal


class ForeignHost(PageRefusal):
    """The request is meant for another name than this server's."""

    code = "E-HOST"
    status = 421

    def __init__(self) -> None:
        """Say which address to open, and what an office may have forgotten."""
        super().__init__(
            say(
                "this server is not known by that name. Open the address that it showed when it "
                "started; behind a proxy, name the public host with --public-host."
            )
        )


class ForeignOrigin(PageRefusal):
    """A page of another site sent a request that would change something."""

    code = "E-ORIGIN"
    status = 403

    def __init__(self) -> None:
        """Say that nothing happened."""
        super().__init__(
            say(
                "the request came from a page of another site. Nothing was changed. Open the start "
                "page and do it there."
            )
        )


class NoSession(PageRefusal):
    """The browser has not opened the start address of this server."""

    code = "E-SESSION"
    status = 401

    def __init__(self) -> None:
        """Say where the address is."""
        super().__init__(
            say(
                "this browser has no key to the page. Open the whole address that allocator serve "
                "showed when it started, with the token in it."
            )
        )


class WrongToken(PageRefusal):
    """The start address has another token: that of an earlier start, or a part of it."""

    code = "E-SESSION"
    status = 403

    def __init__(self) -> None:
        """Say where the right one is."""
        super().__init__(
            say(
                "the token in the address is not that of this server. Copy the whole address that "
                "allocator serve showed when it was started last."
            )
        )


class NotFromProxy(PageRefusal):
    """The connection does not come from the office's proxy."""

    code = "E-PROXY"
    status = 403

    def __init__(self) -> None:
        """Say which way leads in."""
        super().__init__(
            say("this server takes requests from the office's proxy only. Open its public address.")
        )


class NoName(PageRefusal):
    """The proxy does not say who the colleague is, or names several."""

    code = "E-PROXY"
    status = 401

    def __init__(self) -> None:
        """Say whose work it is."""
        super().__init__(
            say(
                "the proxy did not say who you are. Sign in again; if that does not help, the name "
                "of the header given with --user-header is wrong, or the proxy does not replace it."
            )
        )


class TooLarge(PageRefusal):
    """A body is larger than what the page takes."""

    code = "E-SIZE"
    status = 413

    def __init__(self, limit: int) -> None:
        """Name the limit, in bytes."""
        size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"  # noqa: PLR2004 - a megabyte
        super().__init__(
            say("what was sent is larger than {size}. Save only the list as a new file.", size=size)
        )


class TooSlow(PageRefusal):
    """A body does not arrive."""

    code = "E-SLOW"
    status = 408

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            say("the file did not arrive in time. Check the network and send it again.")
        )


class Stumbled(PageRefusal):
    """A defect of the program; the log has the same number."""

    status = 500

    def __init__(self, number: str) -> None:
        """Give the number by which the line in the log is found."""
        super().__init__(
            say(
                "this was not foreseen, and nothing was changed. Please report number {number} "
                "with its line in the log of the server.",
                number=number,
            )
        )
