"""Changes of texts in lines and fields."""

import re

from fuzz import words
from fuzz.byte_changes import PLACES, Change, index_of
from hypothesis import strategies as st

_SEPARATED = re.compile(r"([,;\t\r\n\"])")


def _latin(content: bytes) -> tuple[str, str]:
    """A text and how it was read: never refused."""
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "latin-1"


def _saved(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")


@st.composite
def field_changes(draw: st.DrawFn) -> Change:
    """A field, a separator or a quotation mark is changed."""
    place, to = draw(PLACES), draw(PLACES)
    kind = draw(st.sampled_from(("replace", "replace", "add", "swap", "separator", "quote")))
    odd = (
        *words.ODD_TEXTS,
        *words.ODD_NUMBERS,
        "\0",
        "\ud800",
        "\ud83d",
        ",",
        ";",
        "\t",
        '"',
        '""',
    )
    new = draw(st.sampled_from(odd))

    def change(content: bytes) -> bytes:
        text, encoding = _latin(content)
        if kind == "separator":
            return _saved(text.translate(_OTHERS[index_of(len(_OTHERS), place)]), encoding)
        pieces = _SEPARATED.split(text)
        first, second = index_of(len(pieces), place), index_of(len(pieces), to)
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
def line_changes(draw: st.DrawFn) -> Change:
    """A line is dropped, doubled, put in, or takes the place of another."""
    place, to = draw(PLACES), draw(PLACES)
    kind = draw(st.sampled_from(("drop", "double", "swap", "put")))
    new = draw(st.sampled_from(words.ODD_LINES)).encode()

    def change(content: bytes) -> bytes:
        lines = content.splitlines(keepends=True) or [b""]
        first, second = index_of(len(lines), place), index_of(len(lines), to)
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
def value_changes(draw: st.DrawFn) -> Change:
    """A setting takes another value."""
    place, new = draw(PLACES), draw(st.sampled_from(words.ODD_VALUES)).encode()

    def change(content: bytes) -> bytes:
        found = list(re.finditer(rb"= *([^\n]*)", content))
        if not found:
            return content
        start, end = found[index_of(len(found), place)].span(1)
        return content[:start] + new + content[end:]

    return change


@st.composite
def savings(draw: st.DrawFn) -> Change:
    """The text is saved in another encoding."""
    name = draw(st.sampled_from(words.ENCODINGS))
    return lambda content: _latin(content)[0].encode(name, "replace")
