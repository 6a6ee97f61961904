"""What a zipped workbook may hold, checked before any part of it is taken for a sheet."""

import codecs
import re
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from allocator.errors import ListRefused
from allocator.findings import Place
from allocator.intake import refusals
from allocator.intake.upload import Upload

#: The most parts a workbook may have, and their largest sizes unpacked, in bytes.
MOST_PARTS = 1_000
LARGEST_PART = 20_000_000
LARGEST_WHOLE = 100_000_000
#: How the names of XML parts end. Readers are shown no other part, so that none is left unchecked.
XML = (".xml", ".rels")

_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_DECLARATION = re.compile(r"\A\s*<\?xml.*?\?>", re.DOTALL)
_PRINTABLE = bytes(range(ord(" "), 0x7F))


def unpacked(upload: Upload) -> Mapping[str, bytes]:
    """Name -> content of the XML parts of a sound archive without document types.

    Raises:
        ListRefused: E-DAMAGED, E-PASSWORD, E-EXPAND or E-XML.
    """
    place = upload.place
    try:
        with ZipFile(BytesIO(upload.content)) as archive:
            parts = archive.infolist()
            _require_sizes(place, parts)
            if any(part.flag_bits & 1 for part in parts):
                raise ListRefused([refusals.has_password(place)])
            if _is_tampered(parts):
                raise ListRefused([refusals.damaged(place)])
            # Unpacking ends at the size that was declared and compares the checksum.
            return {
                part.filename: _plain_xml(archive.read(part), place)
                for part in parts
                if part.filename.lower().endswith(XML)
            }
    except (BadZipFile, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        raise ListRefused([refusals.damaged(place)]) from error


def _require_sizes(place: Place, parts: Sequence[ZipInfo]) -> None:
    largest = max((part.file_size for part in parts), default=0)
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or largest > LARGEST_PART or whole > LARGEST_WHOLE:
        raise ListRefused([refusals.expands(place, whole, LARGEST_PART)])


def _is_tampered(parts: Sequence[ZipInfo]) -> bool:
    """Two readers could see different things: names used twice, or that leave the archive."""
    names = [part.filename for part in parts]
    outside = any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names)
    return outside or len(set(names)) < len(names)


def _plain_xml(content: bytes, place: Place) -> bytes:
    """The part in an encoding in which tags are the bytes of ASCII, without a document type.

    Whoever looks for a tag must not miss it, so that a part in UTF-16, which expat reads too, is
    written anew and one in an encoding unlike ASCII refused. Entities are declared within a
    document type only.
    """
    if encoding := _wide(content[:2]):
        content = _DECLARATION.sub("", content.decode(encoding)).encode()
    elif (said := _ENCODING.match(content)) and not _is_like_ascii(said[1].decode()):
        raise ListRefused([refusals.damaged(place)])
    if b"<!DOCTYPE" in content:
        raise ListRefused([refusals.document_type(place)])
    return content


def _wide(start: bytes) -> str:
    """The name of UTF-16 as a part begins in it, with a byte order mark or without; else empty."""
    if start in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return "utf-16"
    little, big = start[1:] == b"\x00", start[:1] == b"\x00"
    return "utf-16-le" if little and not big else "utf-16-be" if big and not little else ""


def _is_like_ascii(encoding: str) -> bool:
    """Whether the letters of tags are the same bytes in an encoding as in ASCII."""
    try:
        return _PRINTABLE.decode(encoding) == _PRINTABLE.decode("ascii")
    except (LookupError, UnicodeError):
        return False
