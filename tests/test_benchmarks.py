"""The page of benchmarks shows what was measured, and what can be checked quickly is so now."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.peers.catalog import ALLOCATOR, TOOLS
from benchmarks.peers.drawing import charts, with_tables
from benchmarks.peers.measuring import split
from benchmarks.peers.people import Person, late_list, read_people, the_list, write_people
from benchmarks.peers.recount import lower_bounds, moved, recount, split_small
from benchmarks.peers.results import PAGE, PICTURES, read_results
from benchmarks.peers.svg import Chart
from benchmarks.peers.tool import HERE, Tool

#: Tools whose row of the table a test makes again: quick, and without chance that is not seeded.
QUICK = [tool for tool in TOOLS if tool.name in {ALLOCATOR.name, "sort and deal", "random draw"}]


def some_people(*told: str) -> tuple[Person, ...]:
    """People told as ``delegation region gender``; their registrations are a, b, c ..."""
    parts = [each.split() for each in told]
    return tuple(
        Person(registration=name, delegation=delegation, region=region, gender=gender)
        for name, (delegation, region, gender) in zip("abcdefghij", parts, strict=False)
    )


def test_the_tables_of_the_page_are_those_of_the_results() -> None:
    """Making the tables anew from docs/benchmarks.json changes nothing on the page."""
    page = PAGE.read_text("utf-8")

    assert page == with_tables(page, read_results())
    assert 8 == page.count("<!-- results: ")


@pytest.fixture(params=("reached", "moves", "frontier", "growth"))
def drawn(request: pytest.FixtureRequest) -> Chart:
    """Each chart of the page, drawn from the results."""
    made = {each.name: each for each in charts(read_results())}
    return made[request.param]


def test_a_chart_is_that_of_the_results(drawn: Chart) -> None:
    """The file in docs/images/benchmarks is what the writer makes of docs/benchmarks.json."""
    assert drawn.svg == (PICTURES / f"{drawn.name}.svg").read_text("utf-8")


def test_no_chart_lies_about_that_nobody_draws() -> None:
    """The folder has the charts of the results and no other."""
    assert {each.name for each in charts(read_results())} == {
        path.stem for path in PICTURES.iterdir()
    }


def test_a_chart_says_the_same_in_words_and_stands_on_the_page(drawn: Chart) -> None:
    """It is well-formed, has title and description, loads nothing, and the page shows it."""
    root = ET.fromstring(drawn.svg)  # noqa: S314 - made by our own writer a moment ago
    names = {each.tag.rpartition("}")[2] for each in root.iter()}
    space = {"": "http://www.w3.org/2000/svg"}

    assert drawn.title == root.findtext("title", namespaces=space)
    assert drawn.told == root.findtext("desc", namespaces=space)
    assert set() == names & {"image", "script", "use", "foreignObject", "a"}
    assert [] == re.findall(r"url\(|@import|@font-face", drawn.svg)
    assert f"](images/benchmarks/{drawn.name}.svg)" in PAGE.read_text("utf-8")


@pytest.mark.parametrize("tool", QUICK, ids=lambda tool: tool.name)
def test_a_row_of_the_table_is_reproduced_now(tool: Tool, tmp_path: Path) -> None:
    """The values that a tool reaches, though not its seconds, are those of the page."""
    row = next(each for each in read_results().reached if each.tool == tool.name)
    seats, _ = split(tool, HERE, the_list(), tmp_path)

    assert row.values == recount(the_list(), seats)
    assert row.parted == split_small(the_list(), seats)


def test_the_list_has_the_shape_that_the_page_promises() -> None:
    """150 delegations, 39 of three or more and 111 small; 400 people; five regions; F and M."""
    people = the_list()
    sizes = Counter(each.delegation for each in people)

    assert (400, 400) == (len(people), len({each.registration for each in people}))
    assert (150, 39) == (len(sizes), sum(size >= 3 for size in sizes.values()))
    assert 5 == len({each.region for each in people})
    assert {"F", "M"} == {each.gender for each in people}
    assert people == the_list()


def test_the_late_changes_are_those_that_the_page_promises() -> None:
    """20 of 400 withdraw, 20 come: 8 into delegations that were there, 12 into 6 new ones."""
    before, after = set(the_list()), set(late_list(the_list()))
    there = {each.delegation for each in before}
    came = Counter(each.delegation in there for each in after - before)

    assert (20, 380) == (len(before - after), len(before & after))
    assert {True: 8, False: 12} == came
    assert 6 == len({each.delegation for each in after} - there)


def test_a_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Every tool reads the same people from the file."""
    write_people(tmp_path / "people.csv", the_list())

    assert the_list() == read_people(tmp_path / "people.csv")


def test_the_recount_agrees_with_one_by_hand() -> None:
    """Ten people, counted on paper: groups of 5, 3 and 2."""
    people = some_people("A X F", "A X F", "A X M", "B X M", "B X M", "B X M", "B X F", "C Y F",
                         "C Y F", "D Y M")  # fmt: skip
    seats = dict(zip("abcdefghij", [0, 1, 2, 0, 0, 1, 1, 0, 2, 0], strict=True))
    # X sits 3, 3, 1 and Y 2, 0, 1; F sits 2, 2, 1 and M 3, 1, 1; B is not in the third group; the
    # three people of C and D sit 2, 0, 1.
    by_hand = {"size": 3, "region": 4, "gender": 3, "missing": 1, "small": 2}

    assert by_hand == recount(people, seats)
    assert 1 == split_small(people, seats)


def test_the_bounds_by_arithmetic_agree_with_those_by_hand() -> None:
    """Seven of X, three of Y, five of each gender, three people of small delegations."""
    people = some_people("A X F", "A X F", "A X M", "B X M", "B X M", "B X M", "B X F", "C Y F",
                         "C Y F", "D Y M")  # fmt: skip

    expected = {"size": 1, "region": 1, "gender": 2, "missing": 0, "small": 0}
    assert expected == lower_bounds(people)


def test_a_person_without_a_seat_is_no_result() -> None:
    """A tool that forgets somebody has no row."""
    with pytest.raises(ValueError, match="1 of 2 people have no seat, the first is b"):
        recount(some_people("A X F", "A X M"), {"a": 0})


def test_groups_that_are_only_called_otherwise_move_nobody() -> None:
    """Of four people one changes company; the groups go by other numbers, and one is new."""
    before = {"a": 0, "b": 0, "c": 1, "d": 2}
    after = {"a": 1, "b": 2, "c": 2, "d": 0, "e": 0}

    assert 1 == moved(before, after)
