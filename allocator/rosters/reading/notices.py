"""The notices that came with the list."""

from allocator.findings import Finding, Place, Severity
from allocator.rosters.reading.binder import Binder
from allocator.rosters.reading.grid import rows_below


def read_notices(binder: Binder) -> tuple[Finding, ...]:
    """The notices, in order, in the language of the workbook; none without their sheet."""
    if "notices" not in binder.sheets:
        return ()
    fields = ("notice", "code", "file", "sheet", "line", "column", "found")
    headings = {field: binder.phrases.heading(field) for field in fields}
    return tuple(
        Finding(
            severity=Severity.NOTICE,
            code=row.text("code"),
            message=_message(row.text("notice")),
            place=Place(
                file=row.text("file"),
                sheet=row.text("sheet"),
                row=row.number_of("line") if row.text("line") else 0,
                column=row.number_of("column") if row.text("column") else 0,
            ),
            found=row.text("found"),
        )
        for row in rows_below(
            binder.sheets["notices"], headings, ("notice", "code"), binder.problems
        )
    )


def _message(sentence: str) -> str:
    """The message of a sentence: every message begins small, the sheet shows it with a capital."""
    return sentence[:1].lower() + sentence[1:]
