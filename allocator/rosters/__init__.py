"""Outcome to workbook and back: the workbook is the document, there is no database."""

from allocator.rosters.files import require_writable
from allocator.rosters.reading.outcome import read_rosters
from allocator.rosters.template import write_template
from allocator.rosters.verification import contradictions
from allocator.rosters.writing import rosters_file, write_rosters

__all__ = [
    "contradictions", "read_rosters", "require_writable", "rosters_file", "write_rosters",
    "write_template",
]  # fmt: skip
