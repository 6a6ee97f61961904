"""A reader that is slow when a test wants it to be."""

import threading

from web.desks import reader

from allocator.allocation import Outcome
from allocator.intake import Examination
from allocator.web.revision import Listing

#: Seconds after which something is held to be stuck.
STUCK = 20


class SlowReader:
    """Reads one file only when it may; tells which files it has read."""

    def __init__(self, slow: str) -> None:
        """``slow`` is the name of that file; none has an empty one."""
        self._slow = slow
        self.began, self.may = threading.Event(), threading.Event()
        self.read: list[str] = []

    def __call__(self, listing: Listing) -> Examination | Outcome:
        """What a file holds; the slow one once it may be read."""
        self.read.append(listing.upload.file)
        if listing.upload.file == self._slow:
            self.began.set()
            assert self.may.wait(STUCK)
        return reader(listing)
