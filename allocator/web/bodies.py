"""The body of a request while it arrives: counted, and not waited for without end."""

import asyncio

from starlette.types import Message, Receive

from allocator.web.access import Limits
from allocator.web.turned_away import TooLarge, TooSlow

#: So many times the limit is read on and thrown away: a browser shows an answer only once it has
#: sent everything.
PATIENCE = 3


class Body:
    """Stands before ``receive`` of a request; what the request says of its size is not believed."""

    def __init__(self, receive: Receive, limit: int, limits: Limits) -> None:
        """``limit``: the bytes that are taken."""
        self._receive = receive
        self._limit = limit
        self._pause = limits.pause
        self._end = asyncio.get_running_loop().time() + limits.upload
        self._size = 0
        self._open = True

    async def receive(self) -> Message:
        """The next part.

        Raises:
            TooLarge: when all parts together are larger than the limit.
            TooSlow: when the next part, or the whole, takes too long.
        """
        message = await self._next()
        if self._size > self._limit:
            while self._open and self._size <= PATIENCE * self._limit:
                await self._next()
            raise TooLarge(self._limit)
        return message

    async def _next(self) -> Message:
        if not self._open:
            # What is waited for now is that the visitor leaves.
            return await self._receive()
        left = self._end - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(self._receive(), max(0, min(self._pause, left)))
        except TimeoutError:
            self._open = False
            raise TooSlow from None
        self._size += len(message.get("body", b""))
        self._open = message["type"] == "http.request" and message.get("more_body", False)
        return message
