"""Uploads are read two at a time; some wait, and whoever comes then is told to try again."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import ParamSpec, TypeVar

from allocator.web.parsing import AT_ONCE
from allocator.web.refusals import ReadersBusy

#: Uploads that may wait, or are still on their way.
WAITING = 20

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Readers:
    """Threads of their own: uploads that wait keep nobody from the board."""

    def __init__(self, *, reading: int = AT_ONCE, waiting: int = WAITING) -> None:
        """So many at once, so many behind them."""
        self._pool = ThreadPoolExecutor(reading, thread_name_prefix="reader")
        self._most = reading + waiting
        self._here = 0

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place for an upload, from before its bytes come until it has been read.

        Raises:
            ReadersBusy: when as many as may be here are.
        """
        if self._here >= self._most:
            raise ReadersBusy(self._here)
        self._here += 1
        try:
            yield
        finally:
            self._here -= 1

    async def ask(
        self, work: Callable[Asked, Answer], *what: Asked.args, **how: Asked.kwargs
    ) -> Answer:
        """What the work gives, once it is its turn; for who has a place."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, partial(work, *what, **how))

    def close(self) -> None:
        """Take nothing more."""
        self._pool.shutdown(wait=False, cancel_futures=True)
