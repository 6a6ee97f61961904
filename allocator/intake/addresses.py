"""Which column of e-mail addresses holds addresses."""

from dataclasses import replace

from allocator.intake.header import Header, further
from allocator.intake.sheet import Sheet, shown


def addressed(sheet: Sheet, header: Header) -> Header:
    """The header with the first column of e-mail addresses in which there are any.

    A form without a sign-in says "anonymous" in its own column, and asks for the address in
    another.
    """
    if "email" in header.chosen or "email" not in header.columns:
        return header
    rows = [row for number, row in sheet.rows.items() if number > header.row]
    for index in (header.columns["email"], *further(header, "email")):
        if any(index < len(row) and "@" in shown(row[index]) for row in rows):
            return replace(header, columns={**header.columns, "email": index})
    return header
