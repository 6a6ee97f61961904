"""Several files as one: a file per group in a zip archive."""

import io
import re
import zipfile
from collections.abc import Iterable

#: What file systems refuse in a name, or what would lead into another folder.
_NOT_IN_NAMES = re.compile(r"[^\w .,()+-]|^\.+|[. ]+$")
#: The date of every file; the first that a zip archive can hold.
_DATE = (1980, 1, 1, 0, 0, 0)
_LONGEST_NAME = 60


def archive(files: Iterable[tuple[str, bytes]], ending: str) -> bytes:
    """A zip archive of files named after groups, numbered in their order; the same bytes twice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as folder:
        for number, (name, content) in enumerate(files, start=1):
            shown = _NOT_IN_NAMES.sub("-", name[:_LONGEST_NAME])
            part = zipfile.ZipInfo(f"{number} {shown}{ending}", _DATE)
            part.external_attr = 0o600 << 16
            folder.writestr(part, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
