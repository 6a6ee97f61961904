"""Why the header of a list is refused, or what is to be below it: every such text, once."""

from collections.abc import Sequence

from allocator.findings import Finding, Place, quoted
from allocator.remarks.headings import called
from allocator.remarks.wording import error, listed, named
from allocator.text import joined, say


def no_header(place: Place, found: str, rows: int) -> Finding:
    """No row looks like the header of a list."""
    message = say(
        "no column for the delegations was found in the first {rows} rows. Write a header row, "
        'for example "Delegation" and "Delegates"',
        rows=rows,
    )
    if found:
        message = say(
            "{message}; the first row with several texts is {found}", message=message, found=found
        )
    return error("E-HEADER", place, joined("", [message, "."]))


def header_twice(place: Place, text: str, cells: Sequence[str]) -> Finding:
    """Two columns have the same heading."""
    message = say(
        "{text} appears in {cells}. Rename one of them.", text=quoted(text), cells=listed(cells)
    )
    return error("E-HEADER", place, message)


def no_chosen_header(place: Place, columns: Sequence[str], rows: int) -> Finding:
    """No row has headings in the columns that the user chose."""
    message = say(
        "none of the first {rows} rows has a heading in every chosen column ({columns}), "
        "the delegation among them. Write a header row, or choose other columns.",
        rows=rows,
        columns=named(columns),
    )
    return error("E-HEADER", place, message)


def column_missing(place: Place, field: str, letters: str, last: str) -> Finding:
    """The column that the user chose for a field is not there."""
    message = say(
        "there is no column {letters}, which was to be the {field}: the header row ends with "
        "column {last}. Choose another column.",
        letters=letters,
        field=called(field),
        last=last,
    )
    return error("E-HEADER", place, message)


def no_rows(place: Place) -> Finding:
    """There is a header and nothing below it."""
    message = say("there is no row below the header. Add the delegations.")
    return error("E-EMPTY", place, message)


def no_head_counts(place: Place) -> Finding:
    """A list names each delegation once and nobody of it, and has no head-counts."""
    message = say(
        "there is neither a column with the number of delegates nor a row per delegate. "
        'Add a column "Delegates".'
    )
    return error("E-HEADER", place, message)
