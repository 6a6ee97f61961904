"""Splits the delegations of a workshop into parallel groups and proves that no split is better."""

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allocator.allocation import Outcome
    from allocator.exports.making import export
    from allocator.intake import read_list
    from allocator.rosters import read_rosters, write_rosters
    from allocator.solve import allocate, rebalance
    from allocator.workshop import Workshop

__version__ = "0.1.0"

# openpyxl writes other bytes, and reads with another parser, where lxml happens to be installed
# (python-docx brings it): the same list shall give the same workbook everywhere.
os.environ.setdefault("OPENPYXL_LXML", "False")

#: Public name -> the module that owns it; it loads on first use, and ``--help`` answers at once.
_OWNERS = {
    "Outcome": "allocator.allocation",
    "Workshop": "allocator.workshop",
    "allocate": "allocator.solve",
    "export": "allocator.exports.making",
    "read_list": "allocator.intake",
    "rebalance": "allocator.solve",
    "read_rosters": "allocator.rosters",
    "write_rosters": "allocator.rosters",
}

__all__ = [
    "Outcome", "Workshop", "allocate", "export", "read_list", "read_rosters", "rebalance",
    "write_rosters",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """Load a public name from the module that owns it."""
    if name not in _OWNERS:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_OWNERS[name]), name)
