"""What a zipped workbook may hold, checked before any part of it is taken for a sheet."""

import re
import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from allocator.errors import ListRefused
from allocator.intake import refusals
from allocator.intake.upload import Upload

#: The most parts a workbook may have, and their largest sizes unpacked, in bytes.
MOST_PARTS = 1_000
LARGEST_PART = 20_000_000
LARGEST_WHOLE = 100_000_000

_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_PRINTABLE = bytes(range(ord(" "), 0x7F))
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def require_harmless(upload: Upload) -> None:
    """Nothing, when the archive is sound, small enough unpacked and free of document types.

    Raises:
        ListRefused: E-DAMAGED, E-PASSWORD, E-EXPAND or E-XML.
    """
    place = upload.place
    try:
        with ZipFile(BytesIO(upload.content)) as archive:
            parts = archive.infolist()
            _require_sizes(upload, parts)
            if any(part.flag_bits & 1 for part in parts):
                raise ListRefused([refusals.has_password(place)])
            if _is_tampered(parts):
                raise ListRefused([refusals.damaged(place)])
            for part in parts:
                _require_plain_xml(upload, archive, part)
    except (BadZipFile, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise ListRefused([refusals.damaged(place)]) from error


def _require_sizes(upload: Upload, parts: Sequence[ZipInfo]) -> None:
    largest = max((part.file_size for part in parts), default=0)
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or largest > LARGEST_PART or whole > LARGEST_WHOLE:
        raise ListRefused([refusals.expands(upload.place, whole, LARGEST_PART)])


def _is_tampered(parts: Sequence[ZipInfo]) -> bool:
    """Two readers could see different things: names used twice, or that leave the archive."""
    names = [part.filename for part in parts]
    outside = any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names)
    return outside or len(set(names)) < len(names)


def _require_plain_xml(upload: Upload, archive: ZipFile, part: ZipInfo) -> None:
    if not part.filename.lower().endswith((".xml", ".rels")):
        return
    content = archive.read(part)
    if content.startswith(_WIDE):
        content = content.replace(b"\x00", b"")
    if _DOCTYPE.search(content):
        raise ListRefused([refusals.document_type(upload.place)])
    if (said := _ENCODING.match(content)) and not _is_like_ascii(said[1].decode()):
        raise ListRefused([refusals.damaged(upload.place)])


def _is_like_ascii(encoding: str) -> bool:
    """Whether tags look the same in an encoding: whoever looks for one must not miss it."""
    if encoding.casefold().startswith("utf-16"):
        return True
    try:
        return _PRINTABLE.decode(encoding) == _PRINTABLE.decode("ascii")
    except (LookupError, UnicodeError):
        return False
