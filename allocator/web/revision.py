"""One state of a workshop on the page: what was uploaded, said and allocated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any

from allocator.allocation import Outcome
from allocator.alternatives import Alternatives
from allocator.by_hand import Reference
from allocator.intake import Examination, Reading, Upload
from allocator.pairing import paired

#: The note of the rules that pins are.
PINNED = "pinned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An uploaded file and how it is read."""

    upload: Upload = field(repr=False)
    reading: Reading = field(default_factory=Reading)


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a workshop consists of at one time.

    ``said`` are the settings of the page, with the keys of a settings file. ``found`` is the last
    roster that was searched for, and ``outcome`` the one on the board: the same, or with changes by
    hand. ``choice`` are the numbers of groups it was taken from. ``published`` are the rosters
    before a re-balance, as their workbook has them, and ``published_file`` is that workbook;
    ``late`` is the list that was dropped in then, and ``adds`` whether it has only what is to be
    added.
    """

    listing: Listing | None = None
    examination: Examination | None = None
    said: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    found: Outcome | None = None
    outcome: Outcome | None = None
    choice: Alternatives | None = None
    published: Outcome | None = None
    published_file: bytes = field(default=b"", repr=False)
    late: Listing | None = None
    late_examination: Examination | None = None
    adds: bool = False

    @cached_property
    def reference(self) -> Reference:
        """What changes by hand are compared with."""
        pairing = None
        if self.outcome and self.published:
            pairing = paired(self.published, self.outcome.workshop, self.outcome.plan)
        return Reference(best=self.found.goals if self.found else (), pairing=pairing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A content with its number (from 1), who made it, when (ISO 8601, UTC), and what was done.

    ``kind`` is ``list``, ``settings``, ``allocated``, ``rebalanced``, ``moved``, ``pinned`` or
    ``restored``. ``undoes`` is the number of the revision whose content an undo would bring back,
    0 for none; ``redoes`` likewise.
    """

    number: int
    who: str
    when: str
    kind: str
    what: str
    content: Content
    undoes: int = 0
    redoes: int = 0


def now() -> str:
    """This moment, to the second: ISO 8601, UTC."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
