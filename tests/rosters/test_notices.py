"""The sheet of notices: what reading the list found worth telling."""

from dataclasses import replace
from io import BytesIO

import openpyxl
from outcomes import STAMP, an_outcome

from allocator.findings import Finding, Place, Severity
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
