"""Text files: separators, line ends, quotation marks and encodings."""

from pathlib import Path

import pytest
from list_files import a_csv, notices, problems, seats

from allocator.intake import Reading, Upload, examine, examine_upload

EXPECTED = [("Kenya", 2), ("Côte d'Ivoire", 3)]


def a_file(folder: Path, content: bytes, name: str = "list.csv") -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "Delegation,Delegates\nKenya,2\nCôte d'Ivoire,3\n",
        "Delegation;Delegates\nKenya;2\nCôte d'Ivoire;3\n",
        "Delegation\tDelegates\nKenya\t2\nCôte d'Ivoire\t3\n",
        "sep=;\nDelegation;Delegates\nKenya;2\nCôte d'Ivoire;3\n",
        "Delegation,Delegates\rKenya,2\rCôte d'Ivoire,3\r",
        "Delegation,Delegates\nKenya,2\r\n\r\nCôte d'Ivoire,3",
        '"Delegation","Delegates"\n"Kenya","2"\n"Côte d\'Ivoire","3"\n',
        "Delegation,Delegates,\nKenya,2,\nCôte d'Ivoire,3,\n",
        "Council\nDelegation,Delegates\nKenya,2\nCôte d'Ivoire,3\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_is_read_in_all_the_ways_it_is_saved(
    tmp_path: Path, text: str, encoding: str
) -> None:
    """Comma, semicolon, tab, ``sep=``; LF, CR, CRLF; UTF-8 with or without mark, UTF-16."""
    assert seats(examine(a_file(tmp_path, text.encode(encoding)))) == EXPECTED


def test_the_row_of_a_text_file_is_its_line(tmp_path: Path) -> None:
    """Also behind a field of several lines, empty lines and a ``sep=`` line."""
    path = a_file(
        tmp_path, b'sep=;\r\nDelegation;Delegates;Note\r\nKenya;2;"a\r\nb"\r\n\r\nChad;x;\r\n'
    )

    assert problems(path) == [("E-COUNT", "B6")]
    assert "line 6, column B" in str(examine(path).errors[0])


def test_a_line_end_within_a_field_is_kept(tmp_path: Path) -> None:
    """As it stands."""
    found = examine(a_file(tmp_path, b'Delegation,Delegates,Note\nKenya,2,"a\nb"\n'))

    assert found.workshop is not None
    assert found.workshop.delegations[0].traits == {"Note": "a\nb"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('Delegation,Delegates\nKenya,2\n"Chad,3\nPeru,4\n', "row 3"),
        ("Delegation,Delegates\nKenya,2,5\n", "row 2"),
        ("Delegation,Delegates,Note\nKenya,2,x\nChad,3\n", "row 3"),
        ("Delegation;Delegates\nKenya;2\nChad;3;\nPeru;4;5\n", "row 4"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, text: str, where: str) -> None:
    """An open quotation mark, more or fewer fields than the header; empty ones too many pass."""
    assert problems(a_csv(tmp_path, *text.splitlines())) == [("E-CSV", where)]


def test_a_decimal_comma_is_no_separator_and_no_number(tmp_path: Path) -> None:
    """With semicolons ``3,5`` is one field."""
    assert problems(a_csv(tmp_path, "Delegation;Delegates", "Kenya;3,5")) == [("E-COUNT", "B2")]


@pytest.mark.parametrize("page", ["cp1252", "mac_roman", "cp850"])
def test_a_code_page_is_read_when_the_names_resolve_in_it_alone(tmp_path: Path, page: str) -> None:
    """The notice names the code page."""
    text = "Délégation;Délégués\nÉgypte;2\nBrésil;3\nPérou;1\n"

    found = examine(a_file(tmp_path, text.encode(page)))

    assert seats(found) == [("Égypte", 2), ("Brésil", 3), ("Pérou", 1)]
    assert page in notices(found, "N-ENCODING")[0]


@pytest.mark.parametrize(
    "content",
    [
        "Delegation;Delegates\nКения;2\n".encode("cp1251"),
        "Delegation;Delegates\nكينيا;2\n".encode("cp1256"),
        "Delegation;Delegates\nSociété Générale;2\n".encode("cp1252"),
        "Delegation;Delegates\nKenya;2\n".encode("utf-16-le"),
        "Delegation;Delegates\nKenya;2\n".encode("utf-32"),
        b"Delegation;Delegates\nK\xe9ny\xff\xfea;2\n",
    ],
)
def test_an_encoding_that_nothing_tells_is_asked_for(tmp_path: Path, content: bytes) -> None:
    """It is never guessed."""
    path = a_file(tmp_path, content)

    assert [each.code for each in examine(path).errors] == ["E-ENCODING"]
    assert (
        "--encoding" in examine(path).errors[0].message
        or "UTF-8" in examine(path).errors[0].message
    )


def test_the_encoding_that_the_user_names_is_used(tmp_path: Path) -> None:
    """And refused when it cannot be."""
    path = a_file(tmp_path, "Delegation;Delegates\nКения;2\n".encode("cp1251"))

    assert seats(examine(path, encoding="cp1251")) == [("Кения", 2)]
    for wrong in ("utf-8", "no-such-code"):
        assert [each.code for each in examine(path, encoding=wrong).errors] == ["E-ENCODING"]


def test_a_nul_is_refused_by_its_line(tmp_path: Path) -> None:
    """It can stand in no sheet."""
    path = a_file(tmp_path, b"Delegation,Delegates\nKenya,2\nCh\x00ad,3\n")

    assert problems(path) == [("E-CHAR", "row 3")]


def test_a_field_larger_than_a_cell_is_refused(tmp_path: Path) -> None:
    """131,072 characters, as the csv module counts."""
    path = a_csv(tmp_path, "Delegation,Delegates", f"{'a' * 140_000},2")

    assert [each.code for each in examine(path).errors] == ["E-SIZE"]


@pytest.mark.parametrize("filling", [" ", "(", "/ ", "- ", "( the )"])
def test_long_cells_take_no_more_than_their_length(filling: str) -> None:
    """Three megabytes of cells like these are refused; squares of their length would take hours."""
    cells = "".join(f"A{filling * (8000 // len(filling))}b{row},3\n" for row in range(400))
    upload = Upload(content=f"Delegation,Delegates\n{cells}".encode(), file="list.csv")
    found = examine_upload(upload, Reading())

    assert {"E-NAME"} == {each.code for each in found.errors}
