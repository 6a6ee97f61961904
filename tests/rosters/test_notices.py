"""The sheet of notices: what reading the list found worth telling."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from outcomes import STAMP, an_outcome

from allocator.findings import Finding, Place, Severity
from allocator.intake.told import rows_hidden
from allocator.remarks.rows import trimmed
from allocator.rosters import rosters_file


def test_a_notice_begins_with_a_capital_and_nothing_found_takes_no_column() -> None:
    """The message alone is a sentence; a column that is empty for all is left out."""
    notice = Finding(
        severity=Severity.NOTICE, code="N-ROW", message="left out", place=Place(file="list.xlsx")
    )
    outcome = an_outcome()
    outcome = replace(outcome, workshop=replace(outcome.workshop, notices=(notice,)))
    sheet = openpyxl.load_workbook(BytesIO(rosters_file(outcome, stamp=STAMP)))["Notices"]
    values = {value for row in sheet.iter_rows(values_only=True) for value in row}

    assert "Left out" in values
    assert "Found" not in values


@pytest.mark.parametrize(
    ("language", "title", "wanted"),
    [
        ("en", "Notices", "Spaces around texts were left out: 3, the first one here."),
        ("es", "Avisos", "Espacios sobrantes omitidos alrededor de textos: 3"),
        ("fr", "Remarques", "Espaces superflus laissés de côté autour de textes\u202f: 3"),
    ],
)
def test_notices_are_told_in_the_language_of_the_meeting(
    language: str, title: str, wanted: str
) -> None:
    """In English where nothing else is said, and with a capital everywhere."""
    notices = (trimmed(Place(file="list.xlsx"), 3), rows_hidden(Place(), [4, 5]))
    outcome = an_outcome()
    settings = replace(outcome.workshop.settings, language=language)
    workshop = replace(outcome.workshop, notices=notices, settings=settings)
    book = openpyxl.load_workbook(
        BytesIO(rosters_file(replace(outcome, workshop=workshop), stamp=STAMP))
    )
    values = [str(value) for row in book[title].iter_rows(values_only=True) for value in row]

    assert [True] == [value.startswith(wanted) for value in values if " 3" in value]
