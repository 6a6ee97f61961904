"""The empty list that the program hands out is read back once it is filled in."""

from pathlib import Path

import pytest
from list_files import seats
from openpyxl import load_workbook

from allocator.intake import examine
from allocator.language import LANGUAGES, word
from allocator.rosters.template import write_template
from allocator.settings import Seating


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_template_is_read_in_its_language(tmp_path: Path, language: str) -> None:
    """Its headings, drop-down values, groups and settings are understood without a question."""
    path = tmp_path / "list.xlsx"
    write_template(path, language=language)
    book = load_workbook(path)
    rows = book[word(language, "sheets.delegations")]
    region = word(language, "regions.African Group")
    rows["A2"], rows["C2"], rows["E2"] = "Kenya", region, word(language, "values.whole")
    rows["A3"] = "Chad"
    rows["B2"], rows["B3"] = 4, 2
    book.save(path)

    found = examine(path)

    assert seats(found) == [("Kenya", 4), ("Chad", 2)]
    assert found.workshop is not None
    assert found.workshop.language == language
    assert [each.region for each in found.workshop.delegations] == [region, region]
    assert found.workshop.delegations[0].seating is Seating.WHOLE
