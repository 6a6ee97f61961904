"""What intake says of a file that it refuses, word for word: it is all that the user has."""

from collections.abc import Callable

import pytest

from allocator.findings import Finding, Place, Severity
from allocator.intake import refusals

#: Where all of it is found.
PLACE = Place(file="list.xlsx", sheet="Delegations", row=7, column=2)


@pytest.mark.parametrize(
    ("refuse", "about", "code", "message", "found"),
    [
        (
            refusals.file_empty,
            (),
            "E-EMPTY",
            "the file is empty. Choose another file.",
            "",
        ),
        (
            refusals.file_too_large,
            (20_000_000,),
            "E-SIZE",
            "the file is larger than 20 MB. Save only what is needed as a new file.",
            "",
        ),
        (
            refusals.field_too_large,
            (),
            "E-SIZE",
            "a field is longer than 131,072 characters. Shorten it.",
            "",
        ),
        (
            refusals.expands,
            (1_234_567_890, 300_000_000),
            "E-EXPAND",
            (
                "the workbook would expand to 1,234.6 MB (limit 300 MB per part). Save "
                "only the list as a new workbook."
            ),
            "",
        ),
        (
            refusals.damaged,
            (),
            "E-DAMAGED",
            (
                "the file is damaged and cannot be read. Open it in Excel, save it as a "
                "new .xlsx and try again."
            ),
            "",
        ),
        (
            refusals.document_type,
            (),
            "E-XML",
            (
                "the workbook contains a document type declaration, which no spreadsheet "
                "needs. Copy the list into a new workbook."
            ),
            "",
        ),
        (
            refusals.has_password,
            (),
            "E-PASSWORD",
            "the workbook is protected by a password. Save a copy without it.",
            "",
        ),
        (
            refusals.has_macros,
            (),
            "E-MACRO",
            "the workbook can run macros. Save it as .xlsx.",
            "",
        ),
        (
            refusals.not_a_list,
            ("a picture",),
            "E-TYPE",
            "the file is a picture. Give the list as .xlsx, .xls, .ods, .csv or .tsv.",
            "",
        ),
        (
            refusals.wrong_ending,
            (".csv", "an .xlsx workbook"),
            "E-TYPE",
            "the file is named .csv but is an .xlsx workbook. Rename it.",
            "",
        ),
        (
            refusals.wrong_ending,
            ("", "an .xlsx workbook"),
            "E-TYPE",
            "the file is named without an ending but is an .xlsx workbook. Rename it.",
            "",
        ),
        (
            refusals.encoding_unknown,
            (),
            "E-ENCODING",
            (
                'the file is not UTF-8. Save it as "CSV UTF-8", or give its encoding, for'
                " example --encoding cp1252."
            ),
            "",
        ),
        (
            refusals.encoding_wrong,
            ("cp1252",),
            "E-ENCODING",
            (
                'the file cannot be read as "cp1252". Give another --encoding, or save '
                'the file as "CSV UTF-8".'
            ),
            "",
        ),
        (
            refusals.quote_open,
            (),
            "E-CSV",
            "a quotation mark has no partner. Close it, or remove it.",
            "",
        ),
        (
            refusals.ragged,
            (3, 4),
            "E-CSV",
            (
                "the line has 3 fields and the header has 4. Put quotation marks around a"
                " text with a separator in it, or add the missing separators."
            ),
            "",
        ),
        (
            refusals.nul_character,
            (),
            "E-CHAR",
            "the line contains the control character U+0000. Save the list again as CSV UTF-8.",
            "",
        ),
        (
            refusals.too_far,
            ("B200001", 200_000, 1_000),
            "E-RANGE",
            (
                "B200001 is far outside the list (limit row 200,000, column 1,000). "
                "Delete everything behind the list, or copy the list into a new file."
            ),
            "",
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
