"""The step *Versions*: what was done, when and by whom, the latest first."""

from collections.abc import Sequence
from typing import Any

from allocator.text import say
from allocator.web.colleagues import who_told
from allocator.web.store import Line

#: Kind of a revision -> the word that the page has for it.
KINDS = {
    "list": say("List"),
    "settings": say("Settings"),
    "allocated": say("Allocated"),
    "rebalanced": say("Re-balanced"),
    "moved": say("Moved"),
    "pinned": say("Pinned"),
    "restored": say("Restored"),
}


def versions_view(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """The revisions, the latest first.

    Keys: ``number``, ``who``, ``when`` (ISO 8601, UTC), ``at`` (the same, for readers), ``kind``,
    ``title``, ``what``, ``current`` (whether it is the one that is shown).
    """
    latest = max((line.number for line in lines), default=0)
    return [
        {
            "number": line.number,
            "who": who_told(line.who),
            "when": line.when,
            "at": line.when[:16].replace("T", " "),
            "kind": line.kind,
            "title": KINDS.get(line.kind, line.kind),
            "what": line.what,
            "current": line.number == latest,
        }
        for line in sorted(lines, key=lambda each: each.number, reverse=True)
    ]
