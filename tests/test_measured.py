"""The page of measured figures says what the program reaches."""

import re
from pathlib import Path

import pytest
from real_lists import real_list

import allocator

PAGE = Path(__file__).parent.parent / "docs" / "measured.md"
ROW = re.compile(r"^\| (0\d), [^|]+\| (\d+) \| (\d+) \| ([\d, ]+) \|", re.MULTILINE)


def rows() -> list[tuple[str, ...]]:
    """List, delegations, people and values of every row of the table."""
    return ROW.findall(PAGE.read_text(encoding="utf-8"))


def test_the_table_has_every_list_that_ships() -> None:
    """Four lists."""
    assert ["03", "04", "05", "08"] == [row[0] for row in rows()]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_a_row_of_the_table_is_true(row: tuple[str, ...]) -> None:
    """The counts, and the values of the goals in three groups, all proven."""
    number, delegations, people, values = row
    workshop = allocator.read_list(real_list(number))
    outcome = allocator.allocate(workshop, 3)

    assert (int(delegations), int(people)) == (len(workshop.delegations), workshop.head_count)
    assert "optimal" == outcome.status
    assert values == ", ".join(str(score.value) for score in outcome.goals)
