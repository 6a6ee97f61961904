"""From the file to the workshop."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from time import perf_counter

from allocator.enrolment.enrol import enrolment, in_order
from allocator.errors import ListRefused
from allocator.findings import Finding, Severity
from allocator.intake.beside import rules_beside
from allocator.intake.columns import View, view_of
from allocator.intake.entries import enter
from allocator.intake.guard import Harmless, Kind, load, require_harmless
from allocator.intake.legacy import read_legacy
from allocator.intake.listing import Candidates, are_rosters, find_candidates, find_list
from allocator.intake.manner import MAX_ROWS, Reading
from allocator.intake.settings_sheets import settings_of
from allocator.intake.sheet import Sheet
from allocator.intake.text import read_text
from allocator.intake.upload import Upload
from allocator.settings import RuleRow, Settings
from allocator.workshop import Source, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Everything that reading a list found, errors and notices by place.

    ``workshop`` is ``None`` when any finding is an error. When all errors are about rules of the
    event, ``otherwise`` is the workshop without these rules: what is wrong with the others can
    still be found. ``view`` is where the list was looked for and what its columns were read as.
    ``rosters`` tells that the file is no list but a rosters workbook.
    """

    findings: tuple[Finding, ...]
    workshop: Workshop | None
    view: View = field(default_factory=View)
    rosters: bool = False
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
    return accepted(examine(path, sheet=sheet, encoding=encoding, max_rows=max_rows))


def accepted(examination: Examination) -> Workshop:
    """The workshop of a list without errors.

    Raises:
        ListRefused: with every problem in the list, by place.
    """
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
    reading = Reading(sheet=sheet or "", encoding=encoding or "", max_rows=max_rows)
    return examine_file(path, reading)


def examine_file(path: str | Path, reading: Reading) -> Examination:
    """What a list holds, read as the user says.

    Raises:
        CannotRead: when the file cannot be opened.
    """
    start = perf_counter()
    try:
        upload = load(Path(path))
    except ListRefused as refused:
        return Examination(findings=in_order(refused.findings), workshop=None)
    return _timed(examine_upload(upload, reading), start)


def examine_upload(upload: Upload, reading: Reading) -> Examination:
    """What a list holds whose bytes are there, read as the user says."""
    start = perf_counter()
    candidates: Candidates | None = None
    sheets: tuple[Sheet, ...] = ()
    try:
        file = require_harmless(upload)
        sheets = sheets_of(file, reading)
        candidates = find_candidates(sheets, reading, upload.place)
        return _timed(_examined(file, candidates, reading), start)
    except ListRefused as refused:
        return Examination(
            findings=in_order(refused.findings),
            workshop=None,
            view=view_of(candidates) if candidates else View(),
            rosters=are_rosters(sheets),
        )


def sheets_of(file: Harmless, reading: Reading) -> tuple[Sheet, ...]:
    """The sheets of a list, whatever the format.

    Raises:
        ListRefused: when the file is no sound list.
    """
    if file.kind is Kind.TEXT:
        return read_text(file, reading.encoding or None)
    if file.kind is Kind.XLSX:
        from allocator.intake.xlsx import read_xlsx  # noqa: PLC0415 - openpyxl is slow to load

        return read_xlsx(file)
    return read_legacy(file)


def _examined(file: Harmless, candidates: Candidates, reading: Reading) -> Examination:
    upload = file.upload
    listing = find_list(candidates, reading, upload.place)
    entered = enter(listing.sheet, listing.header, reading.max_rows)
    enrolled = enrolment(entered.entries)
    said, beside = settings_of(candidates.all, listing.sheet), rules_beside(entered.entries)
    told = (listing.notices, entered.findings, enrolled.findings, said.findings, beside.findings)
    findings = in_order(each for findings in told for each in findings)
    found = Examination(findings=findings, workshop=None, view=view_of(candidates, entered.columns))
    codes = {each.code for each in found.errors}
    if codes - {"E-RULE"}:
        return found
    workshop = Workshop(
        delegations=enrolled.delegations,
        settings=_with_rules(said.settings, beside.rules),
        notices=findings,
        source=Source(file=upload.file, sha256=upload.sha256, saved=file.saved),
        language=listing.header.language,
    )
    if codes:
        return replace(found, otherwise=workshop)
    return replace(found, workshop=workshop)


def _with_rules(settings: Settings, rules: tuple[RuleRow, ...]) -> Settings:
    """The settings with the rules of the list behind those of the sheet Rules."""
    return replace(settings, rules=(*(settings.rules or ()), *rules)) if rules else settings


def _timed(found: Examination, start: float) -> Examination:
    if found.workshop is None:
        return found
    return replace(found, workshop=replace(found.workshop, seconds=perf_counter() - start))
