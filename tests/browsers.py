"""A browser for tests: requests to an application in this process, with its cookies kept."""

from typing import Any

import httpx
from starlette.types import ASGIApp
from web.loops import done

#: Where the server of the tests is.
BASE = "http://127.0.0.1:8765"


class Browser:
    """Sends requests one after the other; redirections are answers like others."""

    def __init__(self, app: ASGIApp, *, base: str = BASE, address: str = "127.0.0.1") -> None:
        """``address`` is the machine that the connections come from."""
        self._app = app
        self._base = base
        self._address = address
        self.cookies = httpx.Cookies()
        self.headers: dict[str, str] = {}

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx
        """Send a request; ``more`` is what ``httpx`` takes: ``content``, ``json``, ``headers``."""
        return done(self._request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx
        """Look at a page."""
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx
        """Change something."""
        return self.request("POST", path, **more)

    async def _request(self, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx
        transport = httpx.ASGITransport(self._app, client=(self._address, 50_000))
        async with httpx.AsyncClient(
            transport=transport, base_url=self._base, cookies=self.cookies, headers=self.headers
        ) as client:
            answer = await client.request(method, path, **more)
            self.cookies = client.cookies
            return answer
