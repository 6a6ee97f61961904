"""What is told about a list that can be read: every such text of intake, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, column_letters, quoted
from allocator.remarks.headings import called
from allocator.remarks.wording import named, notice, parted
from allocator.text import Text, say

#: The sheet of a marked copy that lists what is marked.
PROBLEMS = say("Problems")


def header_found(place: Place, matches: Sequence[str]) -> Finding:
    """How the columns of the list were understood."""
    return notice("N-HEADER", place, say("columns: {columns}.", columns=parted(matches)))


def match(text: str, column: int, field: str) -> Text:
    """One column of ``header_found``: its heading and what it is read as."""
    return say(
        "{heading} ({letters}) is the {field}",
        heading=quoted(text.strip()),
        letters=column_letters(column),
        field=say("number of delegates") if field == "delegates" else called(field),
    )


def perhaps(place: Place, heading: str, field: str) -> Finding:
    """A heading that is not known holds the word of a column that is."""
    message = say(
        "the column {heading} is not read as the {field}. If it is, say so: {option}.",
        heading=quoted(heading),
        field=called(field),
        option=f"--column {field}={column_letters(place.column)}",
    )
    return notice("N-HEADER", place, message, heading)


def column_unread(place: Place, heading: str, read: Sequence[str]) -> Finding:
    """A column of a table of groups or rules has a heading that says nothing."""
    message = say(
        "the column {heading} was not read; the columns read are {columns}. "
        "Correct the heading if it was meant.",
        heading=quoted(heading),
        columns=named([quoted(each) for each in read]),
    )
    return notice("N-HEADER", place, message, heading)


def sheet_chosen(place: Place, others: Sequence[str]) -> Finding:
    """Other sheets were not read."""
    message = say(
        "only this sheet was read, and not {sheets}.",
        sheets=named([quoted(name) for name in others]),
    )
    return notice("N-SHEET", place, message)


def left_out(place: Place, kind: str, texts: Sequence[tuple[int, str]]) -> Finding:
    """Rows that are no delegations; ``texts`` are their numbers and what they say."""
    kinds = {
        "title": say("title"),
        "repeated header": say("repeated header"),
        "total": say("total"),
        "sub-head": say("sub-head"),
        "footnote": say("footnote"),
        "another table": say("another table"),
    }
    rows = named([say("row {row} {text}", row=row, text=quoted(text)) for row, text in texts])
    return notice("N-ROW", place, say("left out as {kind}: {rows}.", kind=kinds[kind], rows=rows))


def total_differs(place: Place, total: int, counted: int) -> Finding:
    """A TOTAL row says another number than its rows add up to."""
    message = say(
        "the total in the list is {total}, but its rows add up to {counted}. "
        "{counted} was used; check the list.",
        total=total,
        counted=counted,
    )
    return notice("N-TOTAL", place, message, total)


def carried_down(place: Place, number: int) -> Finding:
    """A delegation is named once above its delegates."""
    message = say(
        "delegations are named once above their delegates: {number} rows without a name belong to "
        "the delegation above them.",
        number=number,
    )
    return notice("N-BLOCK", place, message)


def merged_filled(place: Place, area: str) -> Finding:
    """The cells of a merged range took its value."""
    message = say("the cells {area} are merged; all of them say the same.", area=area)
    return notice("N-MERGED", place, message)


def rows_hidden(place: Place, rows: Sequence[int]) -> Finding:
    """Hidden rows were read."""
    message = say("hidden rows were read like all others: {rows}.", rows=named(rows))
    return notice("N-HIDDEN", place, message)


def withdrawn(place: Place, number: int, words: Sequence[str]) -> Finding:
    """Rows of people who do not come."""
    message = say(
        "rows left out because of their status: {number} ({words}).",
        number=number,
        words=named(words),
    )
    return notice("N-STATUS", place, message)


def stored_results(place: Place, number: int) -> Finding:
    """Formulas were read by their stored results."""
    message = say(
        "formulas read by the results stored in the file: {number}, the first one here.",
        number=number,
    )
    return notice("N-FORMULA", place, message)


def external_links(place: Place) -> Finding:
    """The workbook refers to other files."""
    message = say(
        "links to other files were not followed; the values stored in this file were read."
    )
    return notice("N-LINK", place, message)


def encoding_guessed(place: Place, encoding: str, number: int) -> Finding:
    """A text file was read in the only code page in which its names are those of States."""
    message = say(
        "the file is not UTF-8; it was read as {encoding}, the only code page in which its names "
        "are those of States ({number} names with accents).",
        encoding=encoding,
        number=number,
    )
    return notice("N-ENCODING", place, message)
