"""Uploads are read two at a time; some wait, and whoever comes then is told to try again."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from allocator.web.refusals import ReadersBusy

#: Uploads that are read at the same time, and that may wait.
READING, WAITING = 2, 20

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Readers:
    """Threads of their own: uploads that wait keep nobody from the board."""

    def __init__(self, *, reading: int = READING, waiting: int = WAITING) -> None:
        """So many at once, so many behind them."""
        self._pool = ThreadPoolExecutor(reading, thread_name_prefix="reader")
        self._most = reading + waiting
        self._here = 0

    def require_place(self) -> None:
        """Nothing, while another upload may come in.

        Raises:
            ReadersBusy: when as many as may wait do.
        """
        if self._here >= self._most:
            raise ReadersBusy(self._here)

    async def ask(
        self, work: Callable[Asked, Answer], *what: Asked.args, **how: Asked.kwargs
    ) -> Answer:
        """What the work gives, once it is its turn.

        Raises:
            ReadersBusy: when as many as may wait do.
        """
        self.require_place()
        self._here += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, partial(work, *what, **how))
        finally:
            self._here -= 1

    def close(self) -> None:
        """Take nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
