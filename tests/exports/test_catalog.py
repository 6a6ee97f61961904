"""The formats: documented, and refused in words where the rosters lack what they need."""

import re
from pathlib import Path

import pytest
from exporting import counted, named
from from_program import part

from allocator.errors import ExportRefused, UsageProblem
from allocator.exports.catalog import FORMATS, export_to, exports
from allocator.exports.export import Need
from allocator.exports.making import export, exported, offers

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")


def test_every_format_is_explained_on_its_page_in_the_order_of_the_table() -> None:
    """docs/exports.md has a section for each format; the table above them is the catalogue's."""
    headings = [each for line in re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
                for each in line.split(" and ")]  # fmt: skip

    assert list(FORMATS) == headings
    assert "<!-- from the program: exports -->\n" in PAGE


def test_the_table_of_the_page_says_what_a_format_needs() -> None:
    """Name, endings, purpose, needs, and how many sessions it has."""
    rows = part("exports").splitlines()[2:]

    assert len(FORMATS) == len(rows)
    assert (
        "| `zoom` | `.csv` | breakout rooms of a Zoom meeting | people, e-mail | one |" == rows[0]
    )
    assert "| `json` | `.json` | everything, for programs |  | all |" == rows[-1]


def test_a_format_has_the_name_it_is_asked_for_by() -> None:
    """The catalogue and the formats say the same."""
    assert list(FORMATS) == [form.name for form in exports()]


def test_every_format_of_head_counts_is_written_or_refused_as_it_says() -> None:
    """What needs people or changes is refused with the way out; all else is written."""
    outcome = counted()
    written = {offer.form.name for offer in offers(outcome)}

    assert {form.name for form in exports() if not form.needs} >= written
    for name in FORMATS:
        if name in written:
            assert export(outcome, name)
        else:
            with pytest.raises(ExportRefused, match=r"Make|Take|Give|Write"):
                export(outcome, name)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_rosters_give_the_same_bytes(name: str) -> None:
    """Nothing in a file depends on the clock, once it is known when the rosters were written."""
    outcome = named()
    if Need.CHANGES in export_to(name).needs:
        with pytest.raises(ExportRefused, match="first version"):
            export(outcome, name)
    else:
        assert export(outcome, name) == export(outcome, name)


def test_what_is_no_format_ending_or_session_is_told() -> None:
    """Each in words that name what there is."""
    with pytest.raises(UsageProblem, match=r'no format "teletex"\. There are: zoom, teams, '):
        export(named(), "teletex")
    with pytest.raises(UsageProblem, match=r"a file for csv ends in \.csv"):
        exported(named(), "csv", ending=".pdf")
    with pytest.raises(UsageProblem, match="no session 2: the rosters have 1"):
        export(named(), "csv", session=2)
