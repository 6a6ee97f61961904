"""``door-sheets`` and ``sign-in``: read again by openpyxl, and printed by LibreOffice."""

import io
from collections.abc import Mapping
from dataclasses import replace

import openpyxl
import pytest
from exporting import GROUPS, SETTINGS, a_list, counted, named, pages_of
from libreoffice import needs_libreoffice, saved
from outcomes import a_head_count_list, an_outcome

from allocator.allocation import Outcome
from allocator.exports.making import export
from allocator.language import LANGUAGES
from allocator.settings import Group

SHEETS = ("door-sheets", "sign-in")
LONG = "The Federated Democratic Republics of the Northern and Southern Islands and Territories"


def cells(content: bytes) -> list[list[object]]:
    """What stands on each sheet, left to right and downwards, without the empty cells."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
        for sheet in book
    ]


def many(delegations: int, groups: int, people: int = 3) -> Outcome:
    """A list of head-counts with so many delegations of so many people."""
    heads = {f"Delegation {number:03}": people for number in range(1, delegations + 1)}
    return an_outcome(
        a_head_count_list(heads),
        [Group(name=f"Group {number}", room=f"Room {number}") for number in range(1, groups + 1)],
        settings=SETTINGS,
    )


def of_long_names() -> Outcome:
    """A delegation, a person, a group and a room with long names."""
    rows = [
        (LONG, "H.E. Mr", "Maximilian Emmanuel Bartholomew", "de la Fuente y Santos", "", "", "")
    ]
    group = Group(name=f"{LONG} and of their Waters", room=f"{LONG}, behind the Library")
    return an_outcome(a_list(rows), [group, GROUPS[0]], settings=SETTINGS)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """Name of what is printed -> the text of each page."""
    folder = tmp_path_factory.mktemp("papers")
    contents = {
        "144 at the door": export(many(144, 3), "door-sheets"),
        "300 at the door": export(many(300, 3), "door-sheets"),
        "120 sign in": export(many(60, 1, people=2), "sign-in"),
        **{f"long {name}": export(of_long_names(), name) for name in SHEETS},
    }
    for name, content in contents.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    printed = saved([folder / f"{name}.xlsx" for name in contents], "pdf")
    return {path.stem: pages_of(path) for path in printed}


def test_a_door_has_its_group_room_hour_chair_and_delegations() -> None:
    """A sheet per group; its delegations stand there once each."""
    first, second = cells(export(named(), "door-sheets"))

    assert ["1", "Group 1", "Salle Âme", "2026-11-23 · 10:00-13:00"] == first[:4]
    assert str(first[4]).startswith("Chair: …")
    assert ["Fiji", "France", "Kenya", "Oman"] == sorted(map(str, first[5:]))
    assert ["Brazil", "Chad", "France"] == sorted(map(str, second[5:]))


def test_delegations_are_read_downwards_from_a_to_z() -> None:
    """Column by column, in the alphabet of the meeting's language."""
    outcome = many(60, 1)
    sheet = openpyxl.load_workbook(io.BytesIO(export(outcome, "door-sheets"))).worksheets[0]
    found = [
        cell.value
        for column in sheet.iter_cols(min_row=5)
        for cell in column
        if isinstance(cell.value, str) and cell.value.startswith("Delegation")
    ]

    assert 60 == len(found)
    assert sorted(found) == found


def test_a_sign_in_sheet_has_a_numbered_row_for_everybody() -> None:
    """With title, name and delegation, and the signature empty."""
    sheet = openpyxl.load_workbook(io.BytesIO(export(named(), "sign-in"))).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]

    assert ["No.", "Name", "Delegation", "Signature"] == rows[0]
    assert [[1, "Mr Joe Tuilagi", "Fiji", None], [2, "Mme Zoé Ñandú", "France", None]] == (
        rows[1:3]
    )
    assert "$1:$5" == sheet.print_title_rows


def test_head_counts_have_a_row_for_each_person_of_a_delegation() -> None:
    """Who writes the name that the list does not know."""
    outcome = counted()
    seats = [count.delegates for count in outcome.counts()]
    book = openpyxl.load_workbook(io.BytesIO(export(outcome, "sign-in")))
    rows = [list(sheet.iter_rows(min_row=6, values_only=True)) for sheet in book]

    assert seats == [len(each) for each in rows]
    assert {None} == {row[1] for each in rows for row in each}


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_calculates_and_no_english_is_left(name: str, language: str) -> None:
    """Text is text, also =SUM(A1); headings are in the language of the meeting."""
    content = export(named(language), name)
    book = openpyxl.load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}

    assert kinds <= {"s", "inlineStr", "n"}
    if language != "en":
        said = " ".join(str(value) for sheet in cells(content) for value in sheet)
        assert not {"Chair:", "Delegation", "Room:", "Name"} & set(said.split())


@pytest.mark.parametrize(
    ("names", "signs"),
    [
        (("Group 1", "Group 2"), ["1", "2"]),
        (("Grupo a", "Grupo b"), ["A", "B"]),
        (("Water", "Energy"), ["A", "B"]),
        (("Room 1", "Annex 1"), ["A", "B"]),
    ],
)
def test_marks_differ(names: tuple[str, str], signs: list[str]) -> None:
    """The last word of a name where it is short and no other group has it, else letters."""
    outcome = an_outcome(a_head_count_list(), [Group(name=name) for name in names])

    assert signs == [sheet[0] for sheet in cells(export(outcome, "door-sheets"))]


def test_each_session_has_its_own_sheets() -> None:
    """Under the name of the session."""
    outcome = named()
    plan = replace(outcome.plan, sessions=2)
    several = replace(outcome, plan=plan, sessions=(outcome.allocation,))
    book = openpyxl.load_workbook(io.BytesIO(export(several, "sign-in", session=2)))

    assert ["S2 Group 1", "S2 Group 2"] == book.sheetnames


@needs_libreoffice
@pytest.mark.parametrize(("delegations", "pages"), [(144, 1), (300, 2)])
def test_a_door_needs_one_page_unless_there_are_very_many(
    papers: Mapping[str, list[str]], delegations: int, pages: int
) -> None:
    """Nobody is cut off, and a second page has the head too."""
    found = papers[f"{delegations} at the door"]

    assert 3 * pages == len(found)
    for index in range(3):
        of_group = found[index * pages : (index + 1) * pages]
        assert all(f"Room {index + 1}" in page for page in of_group)
        said = " ".join(of_group)
        assert [] == [n for n in range(1, delegations + 1) if f"Delegation {n:03}" not in said]


@needs_libreoffice
def test_headings_and_page_numbers_are_on_every_page(papers: Mapping[str, list[str]]) -> None:
    """A sign-in sheet of several pages can come apart."""
    found = papers["120 sign in"]

    assert 5 <= len(found) <= 7
    for number, page in enumerate(found, start=1):
        assert "Signature" in page
        assert f"Page {number} of {len(found)}" in page


@needs_libreoffice
@pytest.mark.parametrize("name", SHEETS)
def test_long_names_are_printed_to_the_end(papers: Mapping[str, list[str]], name: str) -> None:
    """Of delegations, people, groups and rooms; their last words are on the paper."""
    page = papers[f"long {name}"][0]

    for last in ("Territories", "Waters", "Library", *(["Santos"] if name == "sign-in" else [])):
        assert last in page
