"""Spoiled files: strategies that make a few changes to a sound one."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from fuzz.byte_changes import Change, byte_changes
from fuzz.text_changes import field_changes, line_changes, savings, value_changes
from fuzz.xml_changes import xml_changes
from hypothesis import strategies as st

#: The most changes that one file has: with more, nothing of it is left to be read.
MOST_CHANGES = 4


def spoiled_bytes(content: bytes) -> st.SearchStrategy[bytes]:
    """The content with bytes flipped, cut, put in or doubled."""
    return _changed(content, byte_changes())


def spoiled_text(content: bytes) -> st.SearchStrategy[bytes]:
    """A text of lines and fields with some of both changed, or saved in another way."""
    return _changed(content, st.one_of(field_changes(), line_changes(), savings(), byte_changes()))


def spoiled_settings(content: bytes) -> st.SearchStrategy[bytes]:
    """Settings with other values and lines."""
    return _changed(content, st.one_of(value_changes(), line_changes(), byte_changes()))


@st.composite
def spoiled_zip(draw: st.DrawFn, content: bytes) -> bytes:
    """A zipped workbook whose parts are changed from within, and perhaps the archive itself."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts for _ in range(1 + 4 * _holds_values(name))]
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        name = draw(st.sampled_from(names))
        parts[name] = draw(st.one_of(xml_changes(), xml_changes(), byte_changes()))(parts[name])
    for lost in draw(st.lists(st.sampled_from(list(parts)), max_size=1)) if draw(_seldom) else []:
        del parts[lost]
    packed = zipped(parts)
    return draw(byte_changes())(packed) if draw(_seldom) else packed


_seldom = st.integers(0, 15).map(lambda number: number == 15)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip; none where it cannot be opened."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError):
        return {}


def _holds_values(part: str) -> bool:
    return "sheet" in part or "sharedStrings" in part or part == "content.xml"


@st.composite
def _changed(draw: st.DrawFn, content: bytes, changes: st.SearchStrategy[Change]) -> bytes:
    for change in draw(st.lists(changes, min_size=1, max_size=MOST_CHANGES)):
        content = change(content)
    return content
