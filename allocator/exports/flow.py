"""Names in columns, read downwards: the largest type in which they fit one page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocator.exports.paper import WIDTH
from allocator.rosters.measure import LEADING, lines_of

#: Columns of a page and size of type in points, the largest first.
_LAYOUTS = (
    (1, 28.0),
    (1, 24.0),
    (1, 20.0),
    (2, 20.0),
    (2, 16.0),
    (2, 13.0),
    (3, 13.0),
    (3, 11.0),
    (3, 9.0),
)
#: Height of a row, in sizes of its type, where there is paper enough.
_LOOSEST = 1.7
#: What a cell needs beside its text, in characters.
_PADDING = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in its cell: the column from 0, the row from 0, and how many rows it takes."""

    name: str
    column: int
    row: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Pages of names: each has ``columns`` columns and the rows that its longest column has.

    ``size`` is that of the type, in points; ``height`` that of a page.
    """

    columns: int
    size: float
    height: float
    pages: tuple[tuple[Placed, ...], ...]

    @property
    def row_height(self) -> float:
        """Points of height of one row: what the paper gives, but names stay together."""
        rows = max((each.row + each.rows for page in self.pages for each in page), default=1)
        return max(self.size * LEADING, min(self.size * _LOOSEST, self.height / rows))


def flow(names: Sequence[str], height: float) -> Flow:
    """The names in the first layout that needs one page of this height in points, else the last."""
    for columns, size in _LAYOUTS:
        found = _laid_out(names, columns, size, height)
        if len(found.pages) == 1:
            return found
    return found


def _laid_out(names: Sequence[str], columns: int, size: float, height: float) -> Flow:
    width = WIDTH / columns - _PADDING
    sized = [(name, lines_of(name, width, size)) for name in names]
    most = max(1, int(height / (size * LEADING)))
    pages = []
    while True:
        page, sized = _page(sized, columns, most)
        pages.append(tuple(page))
        if not sized:
            return Flow(columns=columns, size=size, height=height, pages=tuple(pages))


def _page(
    sized: list[tuple[str, int]], columns: int, most: int
) -> tuple[list[Placed], list[tuple[str, int]]]:
    """One page, and the names that are left; the columns of the last page are equally long."""
    total = sum(rows for _, rows in sized)
    for rows in range(min(most, max(1, -(-total // columns))), most + 1):
        placed = list(_filled(sized, columns, rows))
        if len(placed) == len(sized):
            return placed, []
    return placed, sized[len(placed) :]


def _filled(sized: Sequence[tuple[str, int]], columns: int, most: int) -> Iterator[Placed]:
    """As many names as columns of so many rows hold."""
    column, row = 0, 0
    for name, rows in sized:
        # A name that is longer than a column is alone in one, as much of it as there is paper.
        taken = min(rows, most)
        if row + taken > most:
            column, row = column + 1, 0
        if column == columns:
            return
        yield Placed(name, column, row, taken)
        row += taken
