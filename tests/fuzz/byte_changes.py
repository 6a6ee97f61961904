"""Changes of bytes, and what all changes have in common."""

from collections.abc import Callable

from hypothesis import strategies as st

#: From bytes to spoiled bytes.
Change = Callable[[bytes], bytes]

#: A place in something of any length: the part of it that stands before.
PLACES = st.floats(0, 1, exclude_max=True)


def index_of(length: int, place: float) -> int:
    """The index of a place in something of this length."""
    return int(place * length)


@st.composite
def byte_changes(draw: st.DrawFn) -> Change:
    """Bytes are flipped, cut, put in, doubled or moved."""
    start, length = draw(PLACES), draw(st.sampled_from((1, 2, 7, 60, 1000)))
    kind = draw(st.sampled_from(("flip", "cut", "end", "put", "double", "move")))
    extra, to = draw(st.binary(min_size=1, max_size=8)), draw(PLACES)

    def change(content: bytes) -> bytes:
        first = index_of(len(content), start)
        last = first + length
        chunk, rest = content[first:last], content[:first] + content[last:]
        other = index_of(len(rest), to)
        return {
            "flip": content[:first] + bytes(each ^ extra[0] for each in chunk) + content[last:],
            "cut": rest,
            "end": content[:first],
            "put": content[:first] + extra + content[first:],
            "double": content[:last] + chunk + content[last:],
            "move": rest[:other] + chunk + rest[other:],
        }[kind]  # fmt: skip

    return change
