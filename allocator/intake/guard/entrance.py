"""The way in: bytes from outside become a file that a parser may see."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from allocator.errors import ListRefused
from allocator.file_errors import CannotRead
from allocator.findings import Place
from allocator.intake import refusals
from allocator.intake.guard.archive import unpacked
from allocator.intake.guard.cells import require_few_cells
from allocator.intake.guard.kinds import Kind, require_kind
from allocator.intake.guard.parsers import require_safe_parsers
from allocator.intake.upload import Upload

#: The largest file, in bytes.
LARGEST_FILE = 10_000_000

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmless:
    """A file that the guard let in; the readers of all formats take nothing else.

    ``parts``: name -> content, unpacked, of every XML part of an archive; empty for other files.
    """

    upload: Upload
    kind: Kind
    parts: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def saved(self) -> str:
        """When a workbook says it was saved last (ISO 8601, UTC); empty where nothing says it."""
        found = _MODIFIED.search(self.parts.get("docProps/core.xml", b""))
        return found[1].decode() if found else ""


def load(path: Path) -> Upload:
    """The file at a path.

    Raises:
        CannotRead: when it is missing, a folder, or not readable.
        ListRefused: E-SIZE, when it is larger than 10 MB.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ListRefused([refusals.file_too_large(Place(file=path.name), LARGEST_FILE)])
        return Upload(content=path.read_bytes(), file=path.name)
    except OSError as error:
        raise CannotRead(str(path), error.strerror or type(error).__name__) from error


def require_harmless(upload: Upload) -> Harmless:
    """The file, when it is what its name says and cannot harm the parser that will read it.

    Raises:
        ListRefused: E-SIZE, E-EMPTY, E-TYPE, E-PASSWORD, E-MACRO, E-DAMAGED, E-EXPAND, E-XML or
            E-RANGE.
        UnsafeParser: when the libraries of this machine do not withstand hostile XML.
    """
    if len(upload.content) > LARGEST_FILE:
        raise ListRefused([refusals.file_too_large(upload.place, LARGEST_FILE)])
    kind = require_kind(upload)
    if kind not in {Kind.XLSX, Kind.ODS}:
        return Harmless(upload=upload, kind=kind)
    parts = unpacked(upload)
    if kind is Kind.XLSX:
        require_safe_parsers()
        require_few_cells(upload.place, parts.values())
    return Harmless(upload=upload, kind=kind, parts=parts)
