"""What intake says of a list that it refuses, word for word: it is all that the user has."""

from collections.abc import Callable

import pytest

from allocator.findings import Finding, Place, Severity
from allocator.intake import header_refusals, refusals
from allocator.intake.sheet import Fault

#: Where all of it is found.
PLACE = Place(file="list.xlsx", sheet="Delegations", row=7, column=2)


@pytest.mark.parametrize(
    ("refuse", "about", "code", "message", "found"),
    [
        (
            refusals.too_many_rows,
            (2_001, 2_000),
            "E-RANGE",
            "the list has 2,001 rows (limit 2,000). Raise the limit with --max-rows.",
            "",
        ),
        (
            refusals.no_visible_sheet,
            (),
            "E-EMPTY",
            "the workbook has no visible sheet. Unhide the list, or name its sheet with --sheet.",
            "",
        ),
        (
            refusals.nothing_in_it,
            (),
            "E-EMPTY",
            "there is nothing in it. Choose another file or sheet.",
            "",
        ),
        (
            refusals.rosters_given,
            (),
            "E-TYPE",
            (
                "this is a rosters workbook, not a list. Give the list; to check rosters,"
                " use allocator verify."
            ),
            "",
        ),
        (
            refusals.sheet_unknown,
            ("Liste", ("Sheet1", "Sheet2", "")),
            "E-SHEET",
            'there is no sheet "Liste". The sheets are: "Sheet1", "Sheet2".',
            "",
        ),
        (
            refusals.sheet_unknown,
            ("Liste", ("",)),
            "E-SHEET",
            'there is no sheet "Liste". A CSV has no sheets; leave --sheet out.',
            "",
        ),
        (
            header_refusals.no_header,
            ("Ghana, 4", 15),
            "E-HEADER",
            (
                "no column for the delegations was found in the first 15 rows. Write a "
                'header row, for example "Delegation" and "Delegates"; the first row with'
                " several texts is Ghana, 4."
            ),
            "",
        ),
        (
            header_refusals.no_header,
            ("", 15),
            "E-HEADER",
            (
                "no column for the delegations was found in the first 15 rows. Write a "
                'header row, for example "Delegation" and "Delegates".'
            ),
            "",
        ),
        (
            header_refusals.header_twice,
            ("Name", ("B1", "D1")),
            "E-HEADER",
            '"Name" appears in B1 and D1. Rename one of them.',
            "",
        ),
        (
            header_refusals.no_chosen_header,
            (("A", "C"), 15),
            "E-HEADER",
            (
                "none of the first 15 rows has a heading in every chosen column (A, C), "
                "the delegation among them. Write a header row, or choose other columns."
            ),
            "",
        ),
        (
            header_refusals.column_missing,
            ("head_count", "F", "D"),
            "E-HEADER",
            (
                "there is no column F, which was to be the head count: the header row "
                "ends with column D. Choose another column."
            ),
            "",
        ),
        (
            header_refusals.no_rows,
            (),
            "E-EMPTY",
            "there is no row below the header. Add the delegations.",
            "",
        ),
        (
            header_refusals.no_head_counts,
            (),
            "E-HEADER",
            (
                "there is neither a column with the number of delegates nor a row per "
                'delegate. Add a column "Delegates".'
            ),
            "",
        ),
        (
            refusals.formula_without_result,
            ("=A1+1",),
            "E-FORMULA",
            (
                'the cell has a formula with no stored result ("=A1+1"). Open the list in'
                " Excel, save it and try again."
            ),
            "=A1+1",
        ),
        (
            refusals.cell_error,
            ("#REF!",),
            "E-CELLERR",
            "the cell shows #REF!. Write its value.",
            "#REF!",
        ),
        (
            refusals.no_stored_number,
            ("1e400",),
            "E-COUNT",
            '"1e400" is stored as a number and is none. Type the number again.',
            "1e400",
        ),
        (
            refusals.no_stored_number,
            ("99999999999999999999999999999999999999999999999999",),
            "E-COUNT",
            (
                '"9999999999999999999999999999999999999999…" is stored as a number and is'
                " none. Type the number again."
            ),
            "9999999999999999999999999999999999999999",
        ),
        (
            refusals.without_value,
            (Fault(code="E-FORMULA", text="=A1+1"),),
            "E-FORMULA",
            (
                'the cell has a formula with no stored result ("=A1+1"). Open the list in'
                " Excel, save it and try again."
            ),
            "=A1+1",
        ),
        (
            refusals.without_value,
            (Fault(code="E-CELLERR", text="#N/A"),),
            "E-CELLERR",
            "the cell shows #N/A. Write its value.",
            "#N/A",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_do(
    refuse: Callable[..., Finding], about: tuple[object, ...], code: str, message: str, found: str
) -> None:
    """An error of this code at the place, with the text that was found if there is one."""
    assert refuse(PLACE, *about) == Finding(
        severity=Severity.ERROR, code=code, message=message, place=PLACE, found=found
    )
