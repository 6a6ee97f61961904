"""Rounding a matrix keeps its rows, and rounds every cell and column to a neighbour."""

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
    for before, after in zip(matrix, result, strict=True):
        assert all(
            0 <= a * parts - b + parts - 1 < 2 * parts - 1
            for b, a in zip(before, after, strict=True)
        )
    for before, after in zip(
        map(sum, zip(*matrix, strict=True)), map(sum, zip(*result, strict=True)), strict=True
    ):
        assert after in (before // parts, -(-before // parts))
