"""What a zipped workbook may hold, checked before any part of it is taken for a sheet."""

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
    """The part, when it declares no document type, in whatever encoding.

    expat reads UTF-16, with a byte order mark or without one, and encodings in which these letters
    are the bytes of ASCII; it refuses all others. In UTF-16 they are the same bytes and NULs, and
    elsewhere a NUL is not allowed. Entities are declared within a document type only.
    """
    if b"<!DOCTYPE" in content.replace(b"\x00", b""):
        raise ListRefused([refusals.document_type(place)])
    return content
