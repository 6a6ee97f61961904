"""The file as it came: its bytes, and its name without folders."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from allocator.findings import Place


@dataclass(frozen=True)
class Upload:
    """The bytes of a list and the name of its file; no parser sees them before the guard does."""

    content: bytes
    file: str

    @property
    def place(self) -> Place:
        """The whole file."""
        return Place(file=self.file)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()
