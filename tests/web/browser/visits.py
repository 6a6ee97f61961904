"""Visits of the page in Chromium: a new profile each, and everything that the browser noted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, WebError
from web.serving import Server

#: Chromium without what it sends of its own accord; no name is found but that of this machine.
ARGUMENTS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
#: The window that the page is designed for, in pixels.
WINDOW: Final = {"width": 1280, "height": 720}
#: What a window of that size shows at 200 % zoom.
ZOOMED: Final = {"width": 640, "height": 360}
#: The longest wait for anything on a page, in milliseconds.
PATIENCE = 30_000


class Visit:
    """A page, and what its browser noted: the address of every request, and every complaint."""

    def __init__(self, context: BrowserContext, server: Server) -> None:
        """A page that is still empty."""
        self.server = server
        self.requests: list[str] = []
        self.complaints: list[str] = []
        #: Statuses of refusals that the test asks for; Chromium complains of them.
        self.refusals: set[int] = set()
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._heard)
        context.on("weberror", self._failed)
        context.set_default_timeout(PATIENCE)
        self.page: Page = context.new_page()

    def open(self, path: str = "") -> Page:
        """Let the browser in, and go to an address of the server."""
        if not path or not self.requests:
            self.page.goto(self.server.start)
        if path:
            self.page.goto(self.server.origin + path)
        return self.page

    @property
    def foreign(self) -> list[str]:
        """The requests that left for anywhere but the server."""
        own = f"{self.server.origin}/"
        return [url for url in self.requests if not url.startswith(own)]

    def _heard(self, message: ConsoleMessage) -> None:
        asked_for = any(f"a status of {status} " in message.text for status in self.refusals)
        if message.type in {"error", "warning"} and not asked_for:
            self.complaints.append(f"{message.text} ({message.location.get('url')})")

    def _failed(self, error: WebError) -> None:
        self.complaints.append(str(error.error))


def launched(playwright: Playwright, program: str) -> Browser:
    """Chromium without a window."""
    return playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS])


@contextmanager
def visiting(chromium: Browser, server: Server, **more: Any) -> Iterator[Visit]:  # noqa: ANN401 - as Playwright
    """A visit in a profile of its own, after which nothing left the machine and nothing failed."""
    context = chromium.new_context(**{"viewport": WINDOW, "accept_downloads": True, **more})
    try:
        visit = Visit(context, server)
        yield visit
        assert [] == visit.foreign
        assert [] == visit.complaints
    finally:
        context.close()
