"""Changes within the XML of a workbook."""

import re
from collections.abc import Callable

from fuzz import words
from fuzz.byte_changes import PLACES, Change, index_of
from hypothesis import strategies as st

#: How many of the changed cells become texts.
TEXTS = 0.6

_TOKEN = re.compile(rb"<[^>]*>|[^<]+")
_NUMBER = re.compile(rb"-?\d+")
_ATTRIBUTE = re.compile(rb"=\"([^\"]*)\"")
_CELL = re.compile(rb"<c( r=\"[A-Z]+\d+\")[^>]*?(?:/>|>.*?</c>)", re.DOTALL)


@st.composite
def xml_changes(draw: st.DrawFn) -> Change:
    """Elements, attributes, texts, cells or the encoding are changed."""
    kind = draw(st.sampled_from(tuple(_XML)))
    one, two = draw(PLACES), draw(PLACES)
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
    first = tags[index_of(len(tags), place)]
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
        tokens[texts[index_of(len(texts), one)]] = new.replace(b"&", b"&amp;").replace(
            b"<", b"&lt;"
        )
    return b"".join(tokens)


def _insert(tokens: list[bytes], one: float, _two: float, new: bytes) -> bytes:
    tokens.insert(index_of(len(tokens) + 1, one), new)
    return b"".join(tokens)


def _replaced(pattern: re.Pattern[bytes]) -> Callable[[list[bytes], float, float, bytes], bytes]:
    """Something of a form takes another value."""

    def change(tokens: list[bytes], one: float, _two: float, new: bytes) -> bytes:
        content = b"".join(tokens)
        found = list(pattern.finditer(content))
        if not found:
            return content
        group = found[index_of(len(found), one)]
        start, end = group.span(pattern.groups)
        return content[:start] + new.replace(b'"', b"") + content[end:]

    return change


def _cell(tokens: list[bytes], one: float, two: float, new: bytes) -> bytes:
    """A cell holds something else, as a text or as a number; the sheet stays sound."""
    content = b"".join(tokens)
    found = list(_CELL.finditer(content))
    if not found:
        return content
    cell = found[index_of(len(found), one)]
    text = new.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
    as_text = b' t="inlineStr"><is><t>' + text + b"</t></is></c>"
    filled = as_text if two < TEXTS else b"><v>" + text + b"</v></c>"
    return content[: cell.start()] + b"<c" + cell[1] + filled + content[cell.end() :]


def _swap_attributes(tokens: list[bytes], one: float, two: float, _new: bytes) -> bytes:
    content = b"".join(tokens)
    found = list(_ATTRIBUTE.finditer(content))
    if not found:
        return content
    first, second = sorted((index_of(len(found), one), index_of(len(found), two)))
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
    "cell": _cell,
    "other cell": _cell,
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
    "cell": words.ODD_TEXTS,
    "other cell": words.ODD_NUMBERS,
    "number": words.ODD_NUMBERS,
    "attribute": words.ODD_ATTRIBUTES,
    "encode": words.ENCODINGS,
}
