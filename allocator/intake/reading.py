"""From the file to the workshop."""

from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from allocator.enrolment import enrolment, in_order
from allocator.errors import ListRefused
from allocator.findings import Finding, Severity
from allocator.intake.entries import enter
from allocator.intake.legacy import read_legacy
from allocator.intake.listing import find_list
from allocator.intake.settings_sheets import settings_of
from allocator.intake.sheet import Sheet
from allocator.intake.text import read_text
from allocator.intake.upload import Kind, Upload, load, require_kind
from allocator.workshop import Source, Workshop

#: Rows of a list, unless the user raises it.
MAX_ROWS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that reading a list found, errors and notices by place.

    ``workshop`` is ``None`` when any finding is an error. When all errors are about rules of the
    event, ``otherwise`` is the workshop without these rules: what is wrong with the others can
    still be found.
    """

    findings: tuple[Finding, ...]
    workshop: Workshop | None
    otherwise: Workshop | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that refuse the list."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)


def read_list(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    max_rows: int = MAX_ROWS,
) -> Workshop:
    """The workshop that a delegation list holds: .xlsx, .xls, .ods, .csv or .tsv.

    Args:
        path: the list.
        sheet: the name of its sheet; without it, the one that looks like a list.
        encoding: of a text file that is not UTF-8, as Python names it.
        max_rows: how many rows, inclusive, the list may have below its header.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: with every problem in the list, by place.
    """
    examination = examine(path, sheet=sheet, encoding=encoding, max_rows=max_rows)
    if examination.workshop is None:
        raise ListRefused(examination.errors)
    return examination.workshop


def examine(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    max_rows: int = MAX_ROWS,
) -> Examination:
    """What a list holds and everything that is to be told about it; arguments as ``read_list``.

    Raises:
        CannotRead: when the file cannot be opened.
    """
    start = perf_counter()
    try:
        upload = load(Path(path))
        sheets = _sheets(upload, encoding)
        found = _examined(upload, sheets, sheet, max_rows)
    except ListRefused as refused:
        return Examination(findings=in_order(refused.findings), workshop=None)
    if found.workshop is None:
        return found
    return replace(found, workshop=replace(found.workshop, seconds=perf_counter() - start))


def _sheets(upload: Upload, encoding: str | None) -> tuple[Sheet, ...]:
    kind = require_kind(upload)
    if kind is Kind.TEXT:
        return read_text(upload, encoding)
    if kind is Kind.XLSX:
        from allocator.intake.xlsx import read_xlsx  # noqa: PLC0415 - openpyxl is slow to load

        return read_xlsx(upload)
    return read_legacy(upload)


def _examined(
    upload: Upload, sheets: tuple[Sheet, ...], wanted: str | None, max_rows: int
) -> Examination:
    listing = find_list(sheets, wanted, upload.place)
    entered = enter(listing.sheet, listing.header, max_rows)
    enrolled = enrolment(entered.entries)
    said = settings_of(sheets, listing.sheet)
    findings = in_order([*listing.notices, *entered.findings, *enrolled.findings, *said.findings])
    codes = {each.code for each in findings if each.severity is Severity.ERROR}
    if codes - {"E-RULE"}:
        return Examination(findings=findings, workshop=None)
    workshop = Workshop(
        delegations=enrolled.delegations,
        settings=said.settings,
        notices=findings,
        source=Source(file=upload.file, sha256=upload.sha256, saved=upload.saved),
        language=listing.header.language,
    )
    if codes:
        return Examination(findings=findings, workshop=None, otherwise=workshop)
    return Examination(findings=findings, workshop=workshop)
