"""Reads delegation lists and settings: files in, workshops out."""

from allocator.intake.columns import Column, View
from allocator.intake.manner import MAX_ROWS, Reading
from allocator.intake.reading import (
    Examination,
    accepted,
    examine,
    examine_file,
    examine_upload,
    read_list,
)
from allocator.intake.settings_file import read_settings, settings_in
from allocator.intake.upload import Upload

__all__ = [
    "MAX_ROWS", "Column", "Examination", "Reading", "Upload", "View", "accepted", "examine",
    "examine_file", "examine_upload", "read_list", "read_settings", "settings_in",
]  # fmt: skip
