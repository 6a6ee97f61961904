"""Comparing a sheet as it is with the sheet as it should be, whatever order its rows are in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allocator.findings import quoted
from allocator.rosters.reading.grid import Grid
from allocator.text import say

#: Dots that are printed where somebody writes by hand; what stands there is theirs.
_TO_FILL_IN = "…"

Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A cell that is not what it should be; row and column count from 1."""

    row: int
    column: int
    found: str
    message: str


def differences(wanted: Grid, found: Grid) -> Iterator[Difference]:
    """Each cell of ``found`` that contradicts ``wanted``, in the order of its rows.

    Rows may have been sorted, empty rows and further columns added; texts where space was left to
    write are free. A row is compared with the wanted row that begins alike.
    """
    there, here = _rows(wanted), _rows(found)
    missing, strange = _unmatched(there, here)
    pairs = _paired(missing, strange)
    for number, row in sorted(strange.items()):
        if number in pairs:
            yield from _cells(missing[pairs[number]], row, number)
        elif any(isinstance(cell, int | float) for cell in row):
            yield Difference(
                row=number,
                column=1,
                found=_shown(row),
                message=say(
                    "rosters and record do not give this row: {row}. Correct it, or write the "
                    "rosters again.",
                    row=quoted(_shown(row)),
                ),
            )
    for number in sorted(missing.keys() - set(pairs.values())):
        yield Difference(
            row=number,
            column=1,
            found="",
            message=say(
                "a row is missing; rosters and record give {row}. Write the rosters again.",
                row=quoted(_shown(missing[number])),
            ),
        )


def _rows(grid: Grid) -> dict[int, Cells]:
    """Row number -> cells without empty ones at the end; rows that are empty are left out."""
    rows = {number: _trimmed(row) for number, row in enumerate(grid.rows, start=1)}
    return {number: row for number, row in rows.items() if row}


def _trimmed(row: Sequence[object]) -> Cells:
    cells = [_plain(cell) for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _plain(cell: object) -> object:
    """A cell as programs agree on it: no empty texts, whole numbers without decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell


def _unmatched(
    wanted: dict[int, Cells], found: dict[int, Cells]
) -> tuple[dict[int, Cells], dict[int, Cells]]:
    """The rows of either side that the other side has nowhere."""
    spare_wanted, spare_found = Counter(wanted.values()), Counter(found.values())
    return (
        {number: row for number, row in wanted.items() if not _taken(spare_found, row)},
        {number: row for number, row in found.items() if not _taken(spare_wanted, row)},
    )


def _taken(spare: Counter[Cells], row: Cells) -> bool:
    """Whether such a row is left, which is then used up."""
    spare[row] -= 1
    return spare[row] >= 0


def _paired(wanted: dict[int, Cells], found: dict[int, Cells]) -> dict[int, int]:
    """Row found -> row wanted: those that begin alike, then those in the same place."""
    alike: dict[object, list[int]] = defaultdict(list)
    for number, row in reversed(wanted.items()):
        alike[row[0]].append(number)
    pairs = {number: alike[row[0]].pop() for number, row in found.items() if alike.get(row[0])}
    free = wanted.keys() - set(pairs.values())
    return pairs | {number: number for number in found.keys() - pairs.keys() if number in free}


def _cells(wanted: Cells, found: Cells, number: int) -> Iterator[Difference]:
    """Each cell of a row that differs."""
    for column, right in enumerate(wanted, start=1):
        cell = found[column - 1] if column <= len(found) else None
        if not _agree(cell, right):
            yield Difference(
                row=number,
                column=column,
                found=_text(cell),
                message=say(
                    "{printed} is printed, but rosters and record give {right}. Correct it, or "
                    "write the rosters again.",
                    printed=quoted(_text(cell)),
                    right=quoted(_text(right)),
                ),
            )


def _agree(cell: object, right: object) -> bool:
    """Whether a cell may be as it is: equal, or written where space was left for it."""
    if right is None:
        return not isinstance(cell, int | float)
    return cell == right or (isinstance(right, str) and _TO_FILL_IN in right)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _shown(row: Cells) -> str:
    return " · ".join(str(cell) for cell in row if cell is not None)
