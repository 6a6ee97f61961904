"""Reads delegation lists and settings: files in, workshops out."""

from allocator.intake.reading import MAX_ROWS, Examination, examine, read_list
from allocator.intake.settings_file import read_settings, settings_in

__all__ = ["MAX_ROWS", "Examination", "examine", "read_list", "read_settings", "settings_in"]
