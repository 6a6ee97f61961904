"""Rounding a matrix of shares so that its rows and columns are rounded too.

Controlled rounding by cancelling cycles. Source: M. Bacharach, Matrix rounding problems, 1966.
"""

from collections.abc import Sequence

#: A cell of the matrix: row and column.
Cell = tuple[int, int]


def rounded(matrix: Sequence[Sequence[int]], parts: int) -> list[list[int]]:
    """A whole-number matrix near ``matrix / parts``.

    Every entry and every column sum is the floor or the ceil of its share. Row sums of ``matrix``
    must be multiples of ``parts``; the rows of the result have exactly their share.
    """
    rows = [list(row) for row in matrix]
    # The slack row makes every column sum a multiple of ``parts`` too, so that each row and column
    # has no fractional entry or at least two of them: the walk below never gets stuck.
    rows.append([-sum(column) % parts for column in zip(*rows, strict=True)])
    fractional = {
        (r, c) for r, row in enumerate(rows) for c, value in enumerate(row) if value % parts
    }
    while fractional:
        _cancel(rows, _cycle(fractional), parts)
        fractional = {(r, c) for r, c in fractional if rows[r][c] % parts}
    return [[value // parts for value in row] for row in rows[:-1]]


def _cycle(fractional: set[Cell]) -> list[Cell]:
    """A cycle of the graph whose nodes are the rows and columns and whose edges are the cells."""
    node, came, along = min(fractional)[0], None, 0
    path: list[Cell] = []
    met = {(along, node): 0}
    while True:
        came = min(cell for cell in fractional if cell != came and cell[along] == node)
        path.append(came)
        along = 1 - along
        node = came[along]
        if (along, node) in met:
            return path[met[along, node] :]
        met[along, node] = len(path)


def _cancel(rows: list[list[int]], cycle: list[Cell], parts: int) -> None:
    """Move as much as one entry allows around the cycle, alternately up and down."""
    up, down = cycle[::2], cycle[1::2]
    step = min(
        *(parts - rows[r][c] % parts for r, c in up),
        *(rows[r][c] % parts for r, c in down),
    )
    for r, c in up:
        rows[r][c] += step
    for r, c in down:
        rows[r][c] -= step
