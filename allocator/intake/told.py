"""What is told about a list that can be read: every such text of intake, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, column_letters, quoted
from allocator.remarks import named, notice


def header_found(place: Place, matches: Sequence[str]) -> Finding:
    """How the columns of the list were understood."""
    return notice("N-HEADER", place, f"columns: {'; '.join(matches)}.")


def match(text: str, column: int, field: str) -> str:
    """One column of ``header_found``: its heading and what it is read as."""
    meaning = "number of delegates" if field == "delegates" else field.replace("_", " ")
    return f"{quoted(text.strip())} ({column_letters(column)}) is the {meaning}"


def column_unread(place: Place, heading: str, read: Sequence[str]) -> Finding:
    """A column of a table of groups or rules has a heading that says nothing."""
    message = (
        f"the column {quoted(heading)} was not read; the columns read are "
        f"{named([quoted(each) for each in read])}. Correct the heading if it was meant."
    )
    return notice("N-HEADER", place, message, heading)


def sheet_chosen(place: Place, others: Sequence[str]) -> Finding:
    """Other sheets were not read."""
    message = f"only this sheet was read, and not {named([quoted(name) for name in others])}."
    return notice("N-SHEET", place, message)


def left_out(place: Place, kind: str, texts: Sequence[tuple[int, str]]) -> Finding:
    """Rows that are no delegations; ``texts`` are their numbers and what they say."""
    rows = named([f"row {row} {quoted(text)}" for row, text in texts])
    return notice("N-ROW", place, f"left out as {kind}: {rows}.")


def total_differs(place: Place, total: int, counted: int) -> Finding:
    """A TOTAL row says another number than its rows add up to."""
    message = (
        f"the total in the list is {total}, but its rows add up to {counted}. "
        f"{counted} was used; check the list."
    )
    return notice("N-TOTAL", place, message, total)


def carried_down(place: Place, number: int) -> Finding:
    """A delegation is named once above its delegates."""
    message = (
        f"delegations are named once above their delegates: {number} rows without a name belong to "
        "the delegation above them."
    )
    return notice("N-BLOCK", place, message)


def merged_filled(place: Place, area: str) -> Finding:
    """The cells of a merged range took its value."""
    return notice("N-MERGED", place, f"the cells {area} are merged; all of them say the same.")


def rows_hidden(place: Place, rows: Sequence[int]) -> Finding:
    """Hidden rows were read."""
    message = f"hidden rows were read like all others: {named(rows)}."
    return notice("N-HIDDEN", place, message)


def withdrawn(place: Place, number: int, words: Sequence[str]) -> Finding:
    """Rows of people who do not come."""
    message = f"rows left out because of their status: {number} ({named(words)})."
    return notice("N-STATUS", place, message)


def stored_results(place: Place, number: int) -> Finding:
    """Formulas were read by their stored results."""
    message = f"formulas read by the results stored in the file: {number}, the first one here."
    return notice("N-FORMULA", place, message)


def external_links(place: Place) -> Finding:
    """The workbook refers to other files."""
    message = "links to other files were not followed; the values stored in this file were read."
    return notice("N-LINK", place, message)


def encoding_guessed(place: Place, encoding: str, number: int) -> Finding:
    """A text file was read in the only code page in which its names are those of States."""
    message = (
        f"the file is not UTF-8; it was read as {encoding}, the only code page in which its names "
        f"are those of States ({number} names with accents)."
    )
    return notice("N-ENCODING", place, message)
