"""Why a file, a header, a row or a setting is refused: every such text of intake, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, quoted
from allocator.intake.sheet import Fault
from allocator.remarks.wording import error, named
from allocator.text import say


def file_empty(place: Place) -> Finding:
    """The file has no content."""
    return error("E-EMPTY", place, say("the file is empty. Choose another file."))


def file_too_large(place: Place, limit: int) -> Finding:
    """The file has more bytes than ``limit``."""
    message = say(
        "the file is larger than {most} MB. Save only what is needed as a new file.",
        most=limit // 1_000_000,
    )
    return error("E-SIZE", place, message)


def field_too_large(place: Place) -> Finding:
    """One field of a text file is larger than any cell."""
    message = say("a field is longer than {most:,} characters. Shorten it.", most=131_072)
    return error("E-SIZE", place, message)


def expands(place: Place, size: int, limit: int) -> Finding:
    """The workbook would be ``size`` bytes unpacked."""
    message = say(
        "the workbook would expand to {size:,.1f} MB (limit {most} MB per part). Save only the "
        "list as a new workbook.",
        size=size / 1e6,
        most=limit // 1_000_000,
    )
    return error("E-EXPAND", place, message)


def reader_ended(place: Place) -> Finding:
    """The process that read the file died or was ended, and nobody can say why."""
    message = say(
        "reading the file was ended by force: it is damaged, or takes more memory or time than a "
        "list needs. Save only the list as a new .xlsx and try again."
    )
    return error("E-DAMAGED", place, message)


def too_little_memory(place: Place) -> Finding:
    """There is no memory to read the file in."""
    message = say(
        "there is not enough memory to read the file. Close other programs, or save only the list "
        "as a new file, and try again."
    )
    return error("E-MEMORY", place, message)


def damaged(place: Place) -> Finding:
    """The workbook cannot be taken apart."""
    message = say(
        "the file is damaged and cannot be read. Open it in Excel, save it as a new .xlsx and try "
        "again."
    )
    return error("E-DAMAGED", place, message)


def document_type(place: Place) -> Finding:
    """An XML part declares a document type."""
    message = say(
        "the workbook contains a document type declaration, which no spreadsheet needs. "
        "Copy the list into a new workbook."
    )
    return error("E-XML", place, message)


def has_password(place: Place) -> Finding:
    """The workbook is encrypted."""
    message = say("the workbook is protected by a password. Save a copy without it.")
    return error("E-PASSWORD", place, message)


def has_macros(place: Place) -> Finding:
    """The workbook has macros."""
    message = say("the workbook can run macros. Save it as .xlsx.")
    return error("E-MACRO", place, message)


def not_a_list(place: Place, kind: str) -> Finding:
    """The file is something else than a list."""
    message = say(
        "the file is {kind}. Give the list as .xlsx, .xls, .ods, .csv or .tsv.", kind=kind
    )
    return error("E-TYPE", place, message)


def wrong_ending(place: Place, ending: str, kind: str) -> Finding:
    """The name of the file promises something else than it holds."""
    message = say("the file is named without an ending but is {kind}. Rename it.", kind=kind)
    if ending:
        message = say(
            "the file is named {ending} but is {kind}. Rename it.", ending=ending, kind=kind
        )
    return error("E-TYPE", place, message)


def encoding_unknown(place: Place) -> Finding:
    """A text file is not UTF-8 and nothing tells what else it is."""
    message = say(
        'the file is not UTF-8. Save it as "CSV UTF-8", or give its encoding, for example '
        "--encoding cp1252."
    )
    return error("E-ENCODING", place, message)


def encoding_wrong(place: Place, encoding: str) -> Finding:
    """A text file cannot be read in the encoding that was given."""
    message = say(
        "the file cannot be read as {encoding}. Give another --encoding, or save the file as "
        '"CSV UTF-8".',
        encoding=quoted(encoding),
    )
    return error("E-ENCODING", place, message)


def quote_open(place: Place) -> Finding:
    """A quotation mark is opened and not closed, or stands in the middle of a field."""
    message = say("a quotation mark has no partner. Close it, or remove it.")
    return error("E-CSV", place, message)


def ragged(place: Place, found: int, wanted: int) -> Finding:
    """A line has more or fewer fields than the header."""
    message = say(
        "the line has {found} fields and the header has {wanted}. "
        "Put quotation marks around a text with a separator in it, or add the missing separators.",
        found=found,
        wanted=wanted,
    )
    return error("E-CSV", place, message)


def nul_character(place: Place) -> Finding:
    """A text file contains the character U+0000."""
    message = say(
        "the line contains the control character U+0000. Save the list again as CSV UTF-8."
    )
    return error("E-CHAR", place, message)


def too_far(place: Place, cell: str, rows: int, columns: int) -> Finding:
    """A cell stands far outside of any list."""
    message = say(
        "{cell} is far outside the list (limit row {rows:,}, column {columns:,}). "
        "Delete everything behind the list, or copy the list into a new file.",
        cell=cell,
        rows=rows,
        columns=columns,
    )
    return error("E-RANGE", place, message)


def too_many_rows(place: Place, found: int, limit: int) -> Finding:
    """The list has more rows than ``limit``."""
    message = say(
        "the list has {found:,} rows (limit {most:,}). Raise the limit with --max-rows.",
        found=found,
        most=limit,
    )
    return error("E-RANGE", place, message)


def no_visible_sheet(place: Place) -> Finding:
    """All sheets are hidden."""
    message = say(
        "the workbook has no visible sheet. Unhide the list, or name its sheet with --sheet."
    )
    return error("E-EMPTY", place, message)


def nothing_in_it(place: Place) -> Finding:
    """A file or sheet has no text at all."""
    message = say("there is nothing in it. Choose another file or sheet.")
    return error("E-EMPTY", place, message)


def rosters_given(place: Place) -> Finding:
    """The file is what ``allocate`` wrote."""
    message = say(
        "this is a rosters workbook, not a list. Give the list; to check rosters, use "
        "allocator verify."
    )
    return error("E-TYPE", place, message)


def sheet_unknown(place: Place, wanted: str, names: Sequence[str]) -> Finding:
    """The sheet that was asked for is not there."""
    known = named([quoted(name) for name in names if name])
    has = say("A CSV has no sheets; leave --sheet out.")
    if known:
        has = say("The sheets are: {names}.", names=known)
    message = say("there is no sheet {name}. {advice}", name=quoted(wanted), advice=has)
    return error("E-SHEET", place, message)


def formula_without_result(place: Place, text: str) -> Finding:
    """A cell has a formula that was never calculated."""
    message = say(
        "the cell has a formula with no stored result ({formula}). "
        "Open the list in Excel, save it and try again.",
        formula=quoted(text),
    )
    return error("E-FORMULA", place, message, text)


def cell_error(place: Place, text: str) -> Finding:
    """A cell shows an error of the spreadsheet."""
    message = say("the cell shows {text}. Write its value.", text=text)
    return error("E-CELLERR", place, message, text)


def no_stored_number(place: Place, text: str) -> Finding:
    """A workbook stores something as a number that is none."""
    message = say(
        "{text} is stored as a number and is none. Type the number again.", text=quoted(text)
    )
    return error("E-COUNT", place, message, text[:40])


def without_value(place: Place, cell: Fault) -> Finding:
    """A cell has no value."""
    tell = formula_without_result if cell.code == "E-FORMULA" else cell_error
    return tell(place, cell.text)
