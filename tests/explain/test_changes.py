"""What changed, in words and rows: the same for terminal, JSON and workbook."""

from dataclasses import replace

import pytest
from outcomes import an_outcome

from allocator.allocation import Outcome
from allocator.changes import Changes, Move, Point
from allocator.explain import change_rows, frontier_rows, told_lines
from allocator.language import LANGUAGES

MOVED = Move(delegation="Kenya", delegate="7", name="Ann Ray", origin="Red", target="Blue")
NEW = Move(delegation="Fiji", people=2, target="Red")
GONE = Move(delegation="Peru", delegate="PER#1", origin="Blue")


def point(moves: int, *sizes: int, chosen: bool = False, proven: bool = True) -> Point:
    """A point with the goals size and small."""
    goals = {"size": max(sizes) - min(sizes), "small": 1}
    return Point(moves=moves, goals=goals, sizes=sizes, chosen=chosen, proven=proven)


def renewed(*points: Point) -> Outcome:
    """An outcome with this frontier."""
    return replace(an_outcome(), version=2, changes=Changes(frontier=points))


def test_rows_are_who_moved_then_who_is_new_then_who_left() -> None:
    """In the order of the lists; a person without a name is told by the identity."""
    rows = change_rows(Changes(moved=(MOVED,), joined=(NEW, NEW), left=(GONE,)))

    assert ["moved", "new", "new", "left"] == [row.kind for row in rows]
    assert ["Ann Ray", "", "", "PER#1"] == [row.name for row in rows]
    assert [("Red", "Blue"), ("", "Red"), ("", "Red"), ("Blue", "")] == [
        (row.origin, row.target) for row in rows
    ]
    assert [1, 2, 2, 1] == [row.people for row in rows]


def test_nothing_that_changed_is_one_line() -> None:
    """R12: the same people on the same seats."""
    assert ("Nothing changed: the same people on the same seats.",) == told_lines(
        Changes(stayed=9), "en"
    )


def test_the_line_says_how_many_of_how_many_are_told() -> None:
    """And who came and went, each in its number."""
    changes = Changes(stayed=12, moved=(replace(MOVED, people=3),), joined=(NEW,), left=(GONE,))

    assert (
        "3 of 12 people who had a seat must be told another group.",
        "New: 2 people. Withdrawn: 1 person.",
    ) == told_lines(changes, "en")


def test_where_nobody_moves_the_line_says_so() -> None:
    """There are changes all the same."""
    assert (
        "Nobody of 12 people who had a seat gets another group.",
        "New: 2 people. Withdrawn: 0 people.",
    ) == told_lines(Changes(stayed=12, joined=(NEW,)), "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "changes",
    [Changes(stayed=4), Changes(stayed=4, joined=(NEW,)), Changes(stayed=4, moved=(MOVED,))],
)
def test_every_line_has_words_in_every_language(language: str, changes: Changes) -> None:
    """No sentence is empty, no placeholder is left open, and the numbers stand in it."""
    lines = told_lines(changes, language)

    assert lines
    assert all(lines)
    assert not any("{" in line for line in lines)
    assert changes.are_none or "4" in lines[0]


def test_a_row_of_the_frontier_has_moves_sizes_and_goals() -> None:
    """The chosen one says so, in words too."""
    first, second = frontier_rows(renewed(point(0, 4, 1), point(1, 3, 2, chosen=True)), "en")

    assert (0, "4/1", {"size": 3, "small": 1}, "") == (
        first.moves,
        first.sizes,
        first.goals,
        first.remark,
    )
    assert (1, "3/2", True, "Taken here") == (
        second.moves,
        second.sizes,
        second.chosen,
        second.remark,
    )


def test_the_sizes_of_many_groups_are_a_range() -> None:
    """Up to six are told one by one; the sheet that is read back has every one."""
    six, seven = frontier_rows(renewed(point(0, *range(1, 7)), point(1, *range(1, 8))), "en")

    assert ("1/2/3/4/5/6", "1 – 7") == (six.sizes, seven.sizes)
    assert "1/2/3/4/5/6/7" == seven.all_sizes


def test_a_point_that_is_not_proven_says_so() -> None:
    """Beside that it was taken."""
    (row,) = frontier_rows(renewed(point(0, 2, 2, chosen=True, proven=False)), "en")

    assert ("Taken here · Not proven", False) == (row.remark, row.proven)


def test_a_first_version_has_no_frontier() -> None:
    """Nothing was before it."""
    assert () == frontier_rows(an_outcome(), "en")
