"""What stands above every group on paper: its mark, name, room, hour and chair."""

import math
from collections.abc import Sequence

from allocator.exports.marks import Mark
from allocator.exports.paper import WIDTH, Face, Paper
from allocator.rosters.edition import Edition
from allocator.rosters.look import GREY
from allocator.rosters.measure import LEADING, fitting, text_width

#: Room around the text of a row, in points.
_AIR = 6


def group_texts(edition: Edition, index: int) -> list[tuple[str, Face, Sequence[float]]]:
    """What is said of a group, most important first, with looks and the sizes to try."""
    group = edition.groups[index]
    said: list[tuple[str, Face, Sequence[float]]] = [
        (edition.in_session(group.name), Face(bold=True), (32, 26, 20, 16)),
        (group.room, Face(bold=True), (22, 18, 15)),
        (edition.event, Face(), (15, 13, 11)),
        (_chair(edition, index), Face(ink=GREY), (13, 11)),
    ]
    return [each for each in said if each[0]]


def write_group_head(  # noqa: PLR0913 - a mark, texts and the widths that they share
    page: Paper,
    mark: Mark,
    texts: Sequence[tuple[str, Face, Sequence[float]]],
    *,
    spans: tuple[int, int],
    width: float,
    size: float,
    least: float = 0,
) -> float:
    """Write the mark with the texts beside it, and return the points of height that it takes.

    ``spans`` are the columns of mark and texts, ``width`` is that of the texts; ``size`` is that of
    the mark, in points, and ``least`` the height of all together.
    """
    fitted = [
        (text, face, *fitting(text, width - 2, sizes, bold=face.bold))
        for text, face, sizes in texts
    ]
    heights = [size * LEADING * lines + _AIR for _, _, size, lines in fitted]
    more = max(0.0, least - sum(heights)) / len(heights)
    heights = [height + more for height in heights]
    badge = Face(
        size=mark_size(mark, (WIDTH - width) - 2, size),
        bold=True,
        ink=mark.ink,
        fill=mark.colour,
        at="center",
    )
    first = page.row + 1
    for (text, face, points, _), height in zip(fitted, heights, strict=True):
        shown = Face(size=points, bold=face.bold, ink=face.ink, indent=1)
        sign = mark.sign if page.row + 1 == first else None
        badges = [page.face(badge)] * spans[0]
        row = page.line(
            [sign, *[None] * (spans[0] - 1), text, *[None] * (spans[1] - 1)],
            [*badges, *[page.face(shown)] * spans[1]],
            height=height,
        )
        page.join(row, spans[0] + 1, columns=spans[1])
    page.join(first, 1, rows=len(texts), columns=spans[0])
    return sum(heights)


def mark_size(mark: Mark, width: float, most: float) -> float:
    """The size in points at which the sign of a mark is in one line of this width."""
    return min(most, math.floor(width / text_width(mark.sign, 1, bold=True)))


def _chair(edition: Edition, index: int) -> str:
    """Who chairs, or a line to write it on."""
    group = edition.groups[index]
    return edition.say("group.chair", name=group.chair or edition.say("group.blank"))
