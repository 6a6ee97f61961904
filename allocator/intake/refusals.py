"""Why a file, a header, a row or a setting is refused: every such text of intake, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, quoted
from allocator.intake.sheet import Fault
from allocator.remarks import error, named


def file_empty(place: Place) -> Finding:
    """The file has no content."""
    return error("E-EMPTY", place, "the file is empty. Choose another file.")


def file_too_large(place: Place, limit: int) -> Finding:
    """The file has more bytes than ``limit``."""
    message = (
        f"the file is larger than {limit // 1_000_000} MB. Save only what is needed as a new file."
    )
    return error("E-SIZE", place, message)


def field_too_large(place: Place) -> Finding:
    """One field of a text file is larger than any cell."""
    return error("E-SIZE", place, "a field is longer than 131,072 characters. Shorten it.")


def expands(place: Place, size: int, limit: int) -> Finding:
    """The workbook would be ``size`` bytes unpacked."""
    message = (
        f"the workbook would expand to {size / 1e6:,.1f} MB (limit {limit // 1_000_000} MB per "
        "part). Save only the list as a new workbook."
    )
    return error("E-EXPAND", place, message)


def reader_ended(place: Place) -> Finding:
    """The process that read the file died or was ended, and nobody can say why."""
    message = (
        "reading the file was ended by force: it is damaged, or takes more memory or time than a "
        "list needs. Save only the list as a new .xlsx and try again."
    )
    return error("E-DAMAGED", place, message)


def too_little_memory(place: Place) -> Finding:
    """There is no memory to read the file in."""
    message = (
        "there is not enough memory to read the file. Close other programs, or save only the list "
        "as a new file, and try again."
    )
    return error("E-MEMORY", place, message)


def damaged(place: Place) -> Finding:
    """The workbook cannot be taken apart."""
    message = (
        "the file is damaged and cannot be read. Open it in Excel, save it as a new .xlsx and try "
        "again."
    )
    return error("E-DAMAGED", place, message)


def document_type(place: Place) -> Finding:
    """An XML part declares a document type."""
    message = (
        "the workbook contains a document type declaration, which no spreadsheet needs. "
        "Copy the list into a new workbook."
    )
    return error("E-XML", place, message)


def has_password(place: Place) -> Finding:
    """The workbook is encrypted."""
    message = "the workbook is protected by a password. Save a copy without it."
    return error("E-PASSWORD", place, message)


def has_macros(place: Place) -> Finding:
    """The workbook has macros."""
    message = "the workbook can run macros. Save it as .xlsx."
    return error("E-MACRO", place, message)


def not_a_list(place: Place, kind: str) -> Finding:
    """The file is something else than a list."""
    message = f"the file is {kind}. Give the list as .xlsx, .xls, .ods, .csv or .tsv."
    return error("E-TYPE", place, message)


def wrong_ending(place: Place, ending: str, kind: str) -> Finding:
    """The name of the file promises something else than it holds."""
    name = f"named {ending}" if ending else "named without an ending"
    return error("E-TYPE", place, f"the file is {name} but is {kind}. Rename it.")


def encoding_unknown(place: Place) -> Finding:
    """A text file is not UTF-8 and nothing tells what else it is."""
    message = (
        'the file is not UTF-8. Save it as "CSV UTF-8", or give its encoding, for example '
        "--encoding cp1252."
    )
    return error("E-ENCODING", place, message)


def encoding_wrong(place: Place, encoding: str) -> Finding:
    """A text file cannot be read in the encoding that was given."""
    message = (
        f"the file cannot be read as {quoted(encoding)}. Give another --encoding, or save the file "
        'as "CSV UTF-8".'
    )
    return error("E-ENCODING", place, message)


def quote_open(place: Place) -> Finding:
    """A quotation mark is opened and not closed, or stands in the middle of a field."""
    message = "a quotation mark has no partner. Close it, or remove it."
    return error("E-CSV", place, message)


def ragged(place: Place, found: int, wanted: int) -> Finding:
    """A line has more or fewer fields than the header."""
    message = (
        f"the line has {found} fields and the header has {wanted}. "
        "Put quotation marks around a text with a separator in it, or add the missing separators."
    )
    return error("E-CSV", place, message)


def nul_character(place: Place) -> Finding:
    """A text file contains the character U+0000."""
    message = "the line contains the control character U+0000. Save the list again as CSV UTF-8."
    return error("E-CHAR", place, message)


def too_far(place: Place, cell: str, rows: int, columns: int) -> Finding:
    """A cell stands far outside of any list."""
    message = (
        f"{cell} is far outside the list (limit row {rows:,}, column {columns:,}). "
        "Delete everything behind the list, or copy the list into a new file."
    )
    return error("E-RANGE", place, message)


def too_many_rows(place: Place, found: int, limit: int) -> Finding:
    """The list has more rows than ``limit``."""
    message = f"the list has {found:,} rows (limit {limit:,}). Raise the limit with --max-rows."
    return error("E-RANGE", place, message)


def no_visible_sheet(place: Place) -> Finding:
    """All sheets are hidden."""
    message = "the workbook has no visible sheet. Unhide the list, or name its sheet with --sheet."
    return error("E-EMPTY", place, message)


def nothing_in_it(place: Place) -> Finding:
    """A file or sheet has no text at all."""
    return error("E-EMPTY", place, "there is nothing in it. Choose another file or sheet.")


def rosters_given(place: Place) -> Finding:
    """The file is what ``allocate`` wrote."""
    message = (
        "this is a rosters workbook, not a list. Give the list; to check rosters, use "
        "allocator verify."
    )
    return error("E-TYPE", place, message)


def sheet_unknown(place: Place, wanted: str, names: Sequence[str]) -> Finding:
    """The sheet that was asked for is not there."""
    known = named([quoted(name) for name in names if name])
    has = f"The sheets are: {known}." if known else "A CSV has no sheets; leave --sheet out."
    return error("E-SHEET", place, f"there is no sheet {quoted(wanted)}. {has}")


def no_header(place: Place, found: str, rows: int) -> Finding:
    """No row looks like the header of a list."""
    message = (
        f"no column for the delegations was found in the first {rows} rows. Write a header row, "
        'for example "Delegation" and "Delegates"'
    )
    seen = f"; the first row with several texts is {found}" if found else ""
    return error("E-HEADER", place, f"{message}{seen}.")


def header_twice(place: Place, text: str, cells: Sequence[str]) -> Finding:
    """Two columns have the same heading."""
    message = f"{quoted(text)} appears in {' and '.join(cells)}. Rename one of them."
    return error("E-HEADER", place, message)


def no_chosen_header(place: Place, columns: Sequence[str], rows: int) -> Finding:
    """No row has headings in the columns that the user chose."""
    message = (
        f"none of the first {rows} rows has a heading in every chosen column ({named(columns)}), "
        "the delegation among them. Write a header row, or choose other columns."
    )
    return error("E-HEADER", place, message)


def column_missing(place: Place, field: str, letters: str, last: str) -> Finding:
    """The column that the user chose for a field is not there."""
    message = (
        f"there is no column {letters}, which was to be the {field.replace('_', ' ')}: the header "
        f"row ends with column {last}. Choose another column."
    )
    return error("E-HEADER", place, message)


def no_rows(place: Place) -> Finding:
    """There is a header and nothing below it."""
    return error("E-EMPTY", place, "there is no row below the header. Add the delegations.")


def no_head_counts(place: Place) -> Finding:
    """A list names each delegation once and nobody of it, and has no head-counts."""
    message = (
        "there is neither a column with the number of delegates nor a row per delegate. "
        'Add a column "Delegates".'
    )
    return error("E-HEADER", place, message)


def formula_without_result(place: Place, text: str) -> Finding:
    """A cell has a formula that was never calculated."""
    message = (
        f"the cell has a formula with no stored result ({quoted(text)}). "
        "Open the list in Excel, save it and try again."
    )
    return error("E-FORMULA", place, message, text)


def cell_error(place: Place, text: str) -> Finding:
    """A cell shows an error of the spreadsheet."""
    return error("E-CELLERR", place, f"the cell shows {text}. Write its value.", text)


def no_stored_number(place: Place, text: str) -> Finding:
    """A workbook stores something as a number that is none."""
    message = f"{quoted(text)} is stored as a number and is none. Type the number again."
    return error("E-COUNT", place, message, text[:40])


def without_value(place: Place, cell: Fault) -> Finding:
    """A cell has no value."""
    tell = formula_without_result if cell.code == "E-FORMULA" else cell_error
    return tell(place, cell.text)
