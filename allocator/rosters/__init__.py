"""Outcome to workbook and back: the workbook is the document, there is no database."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allocator.rosters.files import require_writable
    from allocator.rosters.reading.outcome import read_rosters, read_rosters_file
    from allocator.rosters.template import write_template
    from allocator.rosters.verification import contradictions
    from allocator.rosters.writing import rosters_file, write_rosters

#: Public name -> the module that owns it; who writes does not load what reads.
_OWNERS = {
    "contradictions": "allocator.rosters.verification",
    "read_rosters": "allocator.rosters.reading.outcome",
    "read_rosters_file": "allocator.rosters.reading.outcome",
    "require_writable": "allocator.rosters.files",
    "rosters_file": "allocator.rosters.writing",
    "write_rosters": "allocator.rosters.writing",
    "write_template": "allocator.rosters.template",
}

__all__ = [
    "contradictions", "read_rosters", "read_rosters_file", "require_writable", "rosters_file",
    "write_rosters", "write_template",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load a public name from the module that owns it."""
    if name not in _OWNERS:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_OWNERS[name]), name)
