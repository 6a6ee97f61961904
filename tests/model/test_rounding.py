"""Rounding a matrix keeps its rows, and rounds every cell and column to a neighbour."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from allocator.model.rounding import rounded


@st.composite
def shared_matrices(draw: st.DrawFn) -> tuple[list[list[int]], int]:
    """A matrix whose rows can be shared equally between some parts."""
    parts, columns = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    rows = draw(
        st.lists(
            st.lists(st.integers(0, 20), min_size=columns, max_size=columns), min_size=1, max_size=5
        )
    )
    for row in rows:
        row[0] += -sum(row) % parts
    return rows, parts


@given(shared_matrices())
def test_rows_are_exact_and_cells_and_columns_are_neighbours(
    case: tuple[list[list[int]], int],
) -> None:
    """Row sums are the exact share; cells and column sums its floor or ceil."""
    matrix, parts = case
    result = rounded(matrix, parts)

    assert [sum(row) * parts for row in result] == [sum(row) for row in matrix]
    cells = zip(chain(*matrix), chain(*result), strict=True)
    columns = zip(totals(matrix), totals(result), strict=True)
    for share, number in chain(cells, columns):
        assert number in (share // parts, -(-share // parts))


def totals(matrix: list[list[int]]) -> list[int]:
    """The sum of each column."""
    return [sum(column) for column in zip(*matrix, strict=True)]
