"""Outcome to workbook and back: the workbook is the document, there is no database."""

from allocator.rosters.files import require_writable
from allocator.rosters.writing import rosters_file, write_rosters

__all__ = ["require_writable", "rosters_file", "write_rosters"]
