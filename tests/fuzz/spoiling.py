"""Changes that spoil a file, one by one: strategies that a draw puts together."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from fuzz import words
from hypothesis import strategies as st

#: From bytes to spoiled bytes.
Change = Callable[[bytes], bytes]

_TOKEN = re.compile(rb"<[^>]*>|[^<]+")
_NUMBER = re.compile(rb"-?\d+")
_ATTRIBUTE = re.compile(rb"=\"([^\"]*)\"")
_SEPARATED = re.compile(r"([,;\t\r\n\"])")
#: The most changes that one file has: with more, nothing of it is left to be read.
MOST_CHANGES = 4

_places = st.floats(0, 1, exclude_max=True)


def spoiled_bytes(content: bytes) -> st.SearchStrategy[bytes]:
    """The content with bytes flipped, cut, put in or doubled."""
    return _changed(content, _byte_changes())


def spoiled_text(content: bytes) -> st.SearchStrategy[bytes]:
    """A text of lines and fields with some of both changed, or saved in another way."""
    return _changed(content, st.one_of(_field_changes(), _line_changes(), _savings(), _byte_changes()))


def spoiled_settings(content: bytes) -> st.SearchStrategy[bytes]:
    """Settings with other values and lines."""
    return _changed(content, st.one_of(_value_changes(), _line_changes(), _byte_changes()))


@st.composite
def spoiled_zip(draw: st.DrawFn, content: bytes) -> bytes:
    """A zipped workbook whose parts are changed from within, and perhaps the archive itself."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts for _ in range(1 + 4 * _holds_values(name))]
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        name = draw(st.sampled_from(names))
        parts[name] = draw(st.one_of(_xml_changes(), _xml_changes(), _byte_changes()))(parts[name])
    for lost in draw(st.lists(st.sampled_from(list(parts)), max_size=1)) if draw(_seldom) else []:
        del parts[lost]
    packed = zipped(parts)
    return draw(_byte_changes())(packed) if draw(_seldom) else packed


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


def _at(length: int, place: float) -> int:
    return int(place * length)


@st.composite
def _byte_changes(draw: st.DrawFn) -> Change:
    start, length = draw(_places), draw(st.sampled_from((1, 2, 7, 60, 1000)))
    kind = draw(st.sampled_from(("flip", "cut", "end", "put", "double", "move")))
    extra, to = draw(st.binary(min_size=1, max_size=8)), draw(_places)

    def change(content: bytes) -> bytes:
        first = _at(len(content), start)
        last = first + length
        chunk, rest = content[first:last], content[:first] + content[last:]
        other = _at(len(rest), to)
        return {
            "flip": content[:first] + bytes(each ^ extra[0] for each in chunk[:4]) + content[first + len(chunk[:4]):],
            "cut": rest,
            "end": content[:first],
            "put": content[:first] + extra + content[first:],
            "double": content[:last] + chunk + content[last:],
            "move": rest[:other] + chunk + rest[other:],
        }[kind]  # fmt: skip

    return change


@st.composite
def _xml_changes(draw: st.DrawFn) -> Change:
    kind = draw(st.sampled_from(tuple(_XML)))
    one, two = draw(_places), draw(_places)
    new = draw(st.sampled_from(_NEW_XML[kind])).encode("utf-8", "surrogatepass")

    def change(content: bytes) -> bytes:
        tokens = _TOKEN.findall(content)
        return _XML[kind](tokens, one, two, new) if tokens else content

    return change


def _element(tokens: list[bytes], place: float) -> slice:
    """The tokens of an element, from its tag to the end of it."""
    tags = [index for index, token in enumerate(tokens) if re.match(rb"<\w", token)]
    if not tags:
        return slice(0, 0)
    first = tags[_at(len(tags), place)]
    if tokens[first].endswith(b"/>"):
        return slice(first, first + 1)
    name = re.match(rb"<([\w:]+)", tokens[first])
    end = b"</" + (name[1] if name else b"") + b">"
    last = next((i for i in range(first, len(tokens)) if tokens[i] == end), first)
    return slice(first, last + 1)


def _drop(tokens: list[bytes], one: float, _two: float, _new: bytes) -> bytes:
    where = _element(tokens, one)
    return b"".join(tokens[: where.start] + tokens[where.stop :])


def _double(tokens: list[bytes], one: float, _two: float, _new: bytes) -> bytes:
    where = _element(tokens, one)
    return b"".join(tokens[: where.stop] + tokens[where] + tokens[where.stop :])


def _swap_elements(tokens: list[bytes], one: float, two: float, _new: bytes) -> bytes:
    first, second = sorted((_element(tokens, one), _element(tokens, two)), key=lambda s: s.start)
    if first.stop > second.start:
        return b"".join(tokens)
    between = tokens[first.stop : second.start]
    swapped = tokens[second] + between + tokens[first]
    return b"".join(tokens[: first.start] + swapped + tokens[second.stop :])


def _new_text(tokens: list[bytes], one: float, _two: float, new: bytes) -> bytes:
    texts = [index for index, token in enumerate(tokens) if not token.startswith(b"<")]
    if texts:
        tokens[texts[_at(len(texts), one)]] = new.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
    return b"".join(tokens)


def _insert(tokens: list[bytes], one: float, _two: float, new: bytes) -> bytes:
    tokens.insert(_at(len(tokens) + 1, one), new)
    return b"".join(tokens)


def _replaced(pattern: re.Pattern[bytes]) -> Callable[[list[bytes], float, float, bytes], bytes]:
    """Something of a form takes another value."""

    def change(tokens: list[bytes], one: float, _two: float, new: bytes) -> bytes:
        content = b"".join(tokens)
        found = list(pattern.finditer(content))
        if not found:
            return content
        group = found[_at(len(found), one)]
        start, end = group.span(pattern.groups)
        return content[:start] + new.replace(b'"', b"") + content[end:]

    return change


def _swap_attributes(tokens: list[bytes], one: float, two: float, _new: bytes) -> bytes:
    content = b"".join(tokens)
    found = list(_ATTRIBUTE.finditer(content))
    if not found:
        return content
    first, second = sorted((_at(len(found), one), _at(len(found), two)))
    if first == second:
        return content
    (a, b), (c, d) = found[first].span(1), found[second].span(1)
    return content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]


def _encode(tokens: list[bytes], _one: float, _two: float, new: bytes) -> bytes:
    text = b"".join(tokens).decode("utf-8", "replace")
    name = new.decode()
    declared = re.sub(r"\A<\?xml.*?\?>", "", text)
    return f'<?xml version="1.0" encoding="{name}"?>{declared}'.encode(name, "replace")


_XML = {
    "drop": _drop,
    "double": _double,
    "swap elements": _swap_elements,
    "text": _new_text,
    "number text": _new_text,
    "insert": _insert,
    "number": _replaced(_NUMBER),
    "attribute": _replaced(_ATTRIBUTE),
    "swap attributes": _swap_attributes,
    "encode": _encode,
}
_NEW_XML = {
    **dict.fromkeys(_XML, ("",)),
    "text": words.ODD_TEXTS,
    "number text": words.ODD_NUMBERS,
    "insert": words.ODD_XML,
    "number": words.ODD_NUMBERS,
    "attribute": words.ODD_ATTRIBUTES,
    "encode": words.ENCODINGS,
}


def _latin(content: bytes) -> tuple[str, str]:
    """A text and how it was read: never refused."""
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "latin-1"


def _saved(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")


@st.composite
def _field_changes(draw: st.DrawFn) -> Change:
    place, to = draw(_places), draw(_places)
    kind = draw(st.sampled_from(("replace", "replace", "add", "swap", "separator", "quote")))
    odd = (*words.ODD_TEXTS, *words.ODD_NUMBERS, "\0", "\ud800", "\ud83d", ",", ";", "\t", '"', '""')
    new = draw(st.sampled_from(odd))

    def change(content: bytes) -> bytes:
        text, encoding = _latin(content)
        if kind == "separator":
            return _saved(text.translate(_OTHERS[_at(len(_OTHERS), place)]), encoding)
        pieces = _SEPARATED.split(text)
        first, second = _at(len(pieces), place), _at(len(pieces), to)
        if kind == "swap":
            pieces[first], pieces[second] = pieces[second], pieces[first]
        else:
            old = pieces[first]
            pieces[first] = {"replace": new, "add": old + new, "quote": f'"{old}"'}[kind]
        return _saved("".join(pieces), encoding)

    return change


_OTHERS = tuple(str.maketrans(one, two) for one, two in
                ((",", ";"), (";", ","), (",", "\t"), ("\n", "\r"), ("\n", "\u2028"), (",", ":"),
                 ("\n", "\x0b"), ("\n", "\x85")))  # fmt: skip


@st.composite
def _line_changes(draw: st.DrawFn) -> Change:
    place, to = draw(_places), draw(_places)
    kind = draw(st.sampled_from(("drop", "double", "swap", "put")))
    new = draw(st.sampled_from(words.ODD_LINES)).encode()

    def change(content: bytes) -> bytes:
        lines = content.splitlines(keepends=True) or [b""]
        first, second = _at(len(lines), place), _at(len(lines), to)
        if kind == "drop":
            del lines[first]
        elif kind == "double":
            lines.insert(second, lines[first])
        elif kind == "put":
            lines.insert(second, new + b"\n")
        else:
            lines[first], lines[second] = lines[second], lines[first]
        return b"".join(lines)

    return change


@st.composite
def _value_changes(draw: st.DrawFn) -> Change:
    place, new = draw(_places), draw(st.sampled_from(words.ODD_VALUES)).encode()

    def change(content: bytes) -> bytes:
        found = list(re.finditer(rb"= *([^\n]*)", content))
        if not found:
            return content
        start, end = found[_at(len(found), place)].span(1)
        return content[:start] + new + content[end:]

    return change


@st.composite
def _savings(draw: st.DrawFn) -> Change:
    name = draw(st.sampled_from(words.ENCODINGS))
    return lambda content: _latin(content)[0].encode(name, "replace")
