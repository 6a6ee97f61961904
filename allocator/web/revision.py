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
from allocator.findings import Place
from allocator.intake import Examination, Reading, Upload
from allocator.pairing import paired
from allocator.settings import RuleRow
from allocator.text import say
from allocator.workshop import Workshop

#: The note of the rules that pins are.
PINNED = "pinned"
#: What the page's own settings are called in messages.
PAGE = Place(file=say("settings of the page"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An uploaded file and how it is read."""

    upload: Upload = field(repr=False)
    reading: Reading = field(default_factory=Reading)


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a workshop consists of at one time.

    ``said`` are the settings of the page, with the keys of a settings file. ``found`` is the last
    roster that was searched for, or opened, and ``found_file`` its workbook; ``outcome`` is the one
    on the board: the same, or with changes by hand. ``stamp`` is when the board became what it is
    (ISO 8601, UTC), which its workbook carries. ``follows_rosters``: the people are those of
    ``found``, since it was opened or re-balanced, and no longer those of the list. ``choice`` are
    the numbers of groups that ``found`` was taken from. ``published`` are the rosters before a
    re-balance, as their workbook ``published_file`` has them; ``late`` is the list that was dropped
    in then, and ``adds`` whether it has only what is to be added. ``version`` is the highest that
    any rosters of the workshop had so far.
    """

    listing: Listing | None = None
    examination: Examination | None = None
    said: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    found: Outcome | None = None
    found_file: bytes = field(default=b"", repr=False)
    outcome: Outcome | None = None
    stamp: str = ""
    follows_rosters: bool = False
    choice: Alternatives | None = None
    published: Outcome | None = None
    published_file: bytes = field(default=b"", repr=False)
    late: Listing | None = None
    late_examination: Examination | None = None
    adds: bool = False
    version: int = 0

    @property
    def workshop(self) -> Workshop | None:
        """Whoever takes part, with what the list's own sheets say; ``None`` where none is read."""
        if self.follows_rosters and self.found:
            return self.found.workshop
        return self.examination.workshop if self.examination else None

    @cached_property
    def reference(self) -> Reference:
        """What changes by hand are compared with; for a content that has rosters."""
        found = self.found
        if found is None:
            message = "a content without rosters has nothing to compare with"
            raise ValueError(message)
        pairing = paired(self.published, found.workshop, found.plan) if self.published else None
        return Reference(found=found, pairing=pairing)


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


def as_said(row: RuleRow) -> dict[str, Any]:
    """A rule with the keys of a settings file."""
    said = {
        "rule": row.kind.replace("_", " "),
        "who": row.who,
        "with": row.other,
        "number": row.number,
        "note": row.note,
    }
    return {key: value for key, value in said.items() if value not in ("", None)}
