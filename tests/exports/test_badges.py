"""``badges``: cards, read again by openpyxl and printed by LibreOffice."""

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from exporting import GROUPS, PEOPLE, SETTINGS, a_list, counted, named, pages_of
from libreoffice import needs_libreoffice, saved
from outcomes import STAMP, a_head_count_list, an_outcome

from allocator.allocation import Outcome
from allocator.exports.making import export
from allocator.exports.marks import Mark, marks
from allocator.rosters.edition import edition_of
from allocator.settings import Group

#: Rows of the sheet that a card has.
ROWS = 5


def cards(outcome: Outcome) -> Iterator[list[object]]:
    """The texts of every card, downwards, its mark first."""
    for sheet in openpyxl.load_workbook(io.BytesIO(export(outcome, "badges"))):
        for top in range(1, sheet.max_row + 1, ROWS):
            for left in (1, 4):
                texts = [sheet.cell(top + row, left + 1).value for row in range(ROWS)]
                if any(texts):
                    yield [sheet.cell(top, left).value, *texts]


def test_everybody_has_a_card() -> None:
    """With mark, meeting, name, delegation, group and room."""
    found = list(cards(named()))

    assert len(PEOPLE) == len(found)
    assert [
        "1",
        "Council, 115th session · Water",
        "Mr Joe Tuilagi",
        "Fiji",
        "Group 1",
        "Salle Âme",
    ] == found[0]


def test_of_head_counts_each_delegation_has_a_card_in_each_of_its_groups() -> None:
    """Its name is the largest text."""
    outcome = counted()
    groups = range(outcome.plan.k)
    expected = sorted(
        (str(index + 1), each.name)
        for each in outcome.workshop.delegations
        for index in groups
        if outcome.seats_of(each)[index]
    )

    assert expected == sorted((str(card[0]), str(card[2])) for card in cards(outcome))


def test_the_text_on_every_colour_can_be_read() -> None:
    """At least 3 to 1 as WCAG wants it of large type; signs differ where colours come again."""
    groups = [Group(name=f"Group {number}") for number in range(1, 13)]
    found = marks(edition_of(an_outcome(a_head_count_list(), groups), stamp=STAMP))

    assert 12 == len({mark.sign for mark in found})
    assert [] == [mark for mark in found if _contrast(mark) < 3]


def test_no_card_calculates() -> None:
    """A name like a formula is text, and is marked as such."""
    sheets = openpyxl.load_workbook(io.BytesIO(export(named(), "badges"))).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    (formula,) = [cell for cell in cells if "=SUM" in str(cell.value)]

    assert "f" not in {cell.data_type for cell in cells}
    assert "Mr Ali =SUM(A1)" == formula.value


@needs_libreoffice
def test_eight_cards_are_on_a_page_and_long_names_are_whole(tmp_path: Path) -> None:
    """Twenty people of one group need three pages; the last word of a long name is there."""
    long = "The Federated Republics of the Northern and Southern Islands and Adjacent Territories"
    rows = [(long, "Ms", "Ama", f"No. {number}", "", "", "") for number in range(1, 20)]
    rows.append((long, "H.E. Ms", "Maximiliana Alexandra Bartholomea", f"of {long}", "", "", ""))
    group = Group(name=f"Waters of {long}", room=f"Library of {long}")
    outcome = an_outcome(a_list(rows), [group], settings=SETTINGS)
    path = tmp_path / "badges.xlsx"
    path.write_bytes(export(outcome, "badges"))
    (printed,) = saved([path], "pdf")
    found = pages_of(printed)

    assert [8, 8, 4] == [page.count("Library of") for page in found]
    assert 20 * 3 + 1 == " ".join(found).count("Territories")


def test_a_group_without_anybody_has_an_empty_sheet() -> None:
    """The workbook has a sheet per group all the same."""
    outcome = an_outcome(a_head_count_list({"Kenya": 1}), GROUPS, settings=SETTINGS)
    book = openpyxl.load_workbook(io.BytesIO(export(outcome, "badges")))

    assert ["Group 1", "Group 2"] == book.sheetnames


def _contrast(mark: Mark) -> float:
    """The contrast of sign and ground. Source: WCAG 2.2, contrast ratio."""
    high, low = sorted((_luminance(mark.colour), _luminance(mark.ink)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
