"""The copy of a list in which every problem is marked where it stands."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
from list_files import a_csv, a_workbook
from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font

from allocator.findings import Finding, Place
from allocator.intake import Reading, examine_upload
from allocator.intake.guard import load
from allocator.intake.marked import marked_copy
from allocator.intake.upload import Upload
from allocator.remarks.wording import error

RED, AMBER = "FFFFC7CE", "FFFFEB9C"
LISTS = Path(__file__).parents[2] / "examples" / "lists"


def copy_of(path: Path, *more: Finding, encoding: str = "") -> Book:
    """The copy, opened."""
    upload, reading = load(path), Reading(encoding=encoding)
    findings = (*examine_upload(upload, reading).findings, *more)
    return openpyxl.load_workbook(BytesIO(marked_copy(upload, findings, reading)))


def cell(book: Book, name: str, sheet: str = "Delegations") -> Cell:
    """A cell of the copy."""
    found = book[sheet][name]
    assert isinstance(found, Cell | MergedCell)
    return found  # type: ignore[return-value] # either has what the tests look at


def colour(of: Cell) -> str:
    """The colour behind a cell; nothing when it has none."""
    return str(of.fill.fgColor.rgb) if of.fill.fill_type else ""


def comment(of: Cell) -> str:
    """The text of a cell's comment."""
    return of.comment.text if of.comment else ""


HEADER = ("Delegation", "Delegates")


def test_an_error_is_red_and_a_notice_amber_each_with_its_text(tmp_path: Path) -> None:
    """At their cells, with code and message; other cells are as they were."""
    book = copy_of(a_workbook(tmp_path, [HEADER, ("Kenya", "3 pax"), ("Chad", 2)]))

    assert RED == colour(cell(book, "B2"))
    assert comment(cell(book, "B2")).startswith('error[E-COUNT]: "3 pax" is not a whole number')
    assert AMBER == colour(cell(book, "A1"))
    assert comment(cell(book, "A1")).startswith("notice[N-HEADER]: ")
    assert ("", "") == (colour(cell(book, "B3")), comment(cell(book, "B3")))


def test_errors_and_notices_differ_without_colours_too(tmp_path: Path) -> None:
    """By their frames."""
    book = copy_of(a_workbook(tmp_path, [HEADER, ("Kenya", "x")]))
    frames = [cell(book, name).border.left.style for name in ("B2", "A1")]

    assert ["medium", "dashed"] == frames


def test_the_values_the_look_and_the_formulas_of_a_workbook_stay(tmp_path: Path) -> None:
    """The copy is the user's own workbook, further sheets included."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", "=1+2"), ("=x", 2)], sheets={"Notes": [("a",)]})
    book = openpyxl.load_workbook(path)
    book["Delegations"]["A2"].font = Font(bold=True, color="FF123456")
    book["Delegations"]["A3"].data_type = "s"
    book["Delegations"].column_dimensions["A"].width = 33
    book.save(path)
    copy = copy_of(path)

    assert "=1+2" == cell(copy, "B2").value
    assert ("f", "s") == (cell(copy, "B2").data_type, cell(copy, "A3").data_type)
    assert "FF123456" == cell(copy, "A2").font.color.rgb
    assert 33 == copy["Delegations"].column_dimensions["A"].width
    assert ["Delegations", "Notes", "Problems"] == copy.sheetnames


def test_a_comment_of_the_user_stays_below_ours(tmp_path: Path) -> None:
    """Nothing that somebody wrote is lost."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", "x")])
    book = openpyxl.load_workbook(path)
    book["Delegations"]["B2"].comment = Comment("ask Ana", "Eva")
    book.save(path)
    text = comment(cell(copy_of(path), "B2"))

    assert text.startswith("error[E-COUNT]")
    assert text.endswith("\n\nask Ana")


def test_a_merged_cell_is_marked_where_it_shows(tmp_path: Path) -> None:
    """The first cell of a range stands for all of it."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", "x"), ("Chad", None)])
    book = openpyxl.load_workbook(path)
    book["Delegations"].merge_cells("B2:B3")
    book.save(path)

    assert "E-COUNT" in comment(cell(copy_of(path), "B2"))


def test_text_of_a_csv_is_text_in_the_copy(tmp_path: Path) -> None:
    """Whatever it begins with; the rows are those of the lines."""
    lines = ("Delegation,Delegates,Note", "", "=1+1,3,@x", "Kenya,x,_x0041_", "+2,1,-1")
    book = copy_of(a_csv(tmp_path, *lines))
    cells = [cell(book, name, "List") for name in ("A3", "C3", "A5", "C5")]

    assert ["=1+1", "@x", "+2", "-1"] == [each.value for each in cells]
    assert {"s"} == {each.data_type for each in cells}
    assert all(each.quotePrefix for each in cells)
    assert "E-COUNT" in comment(cell(book, "B4", "List"))
    assert "_x005F_x0041_" == cell(book, "C4", "List").value


def test_what_no_workbook_can_hold_is_replaced(tmp_path: Path) -> None:
    """Control characters, in cells and in messages."""
    book = copy_of(a_csv(tmp_path, *("Delegation,Delegates", "Ke\x07nya,3")))

    assert "Ke\ufffdnya" == cell(book, "A2", "List").value
    assert "E-CHAR" in comment(cell(book, "A2", "List"))


def test_an_older_workbook_is_written_anew() -> None:
    """With the names of its sheets."""
    upload = load(LISTS / "03_inc2_geneve_1991_participants_FR.xls")
    findings = examine_upload(upload, Reading()).findings
    copy = openpyxl.load_workbook(BytesIO(marked_copy(upload, findings)))
    sheet = next(each.place.sheet for each in findings if each.place.row)

    assert [sheet, "Problèmes"] == [copy.sheetnames[0], copy.sheetnames[-1]]
    assert 400 < copy[sheet].max_row


def test_a_list_in_a_code_page_is_copied_in_it(tmp_path: Path) -> None:
    """As it was read."""
    path = a_csv(tmp_path, "Delegation,Delegates", "Чад,x", encoding="cp1251")

    assert "Чад" == cell(copy_of(path, encoding="cp1251"), "A2", "List").value


def test_the_last_sheet_lists_every_finding_with_what_the_marks_mean(tmp_path: Path) -> None:
    """Legend, code, place with a link, message; also of what has no cell."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", "x")], sheets={"It's": [("a",)]})
    book = copy_of(path, error("E-RULE", Place(file="event.toml", row=2), "no such group."))
    rows = [[str(value or "") for value in row] for row in book["Problems"].values]

    assert rows[0][0].startswith("Error (red, solid frame)")
    assert rows[1][0].startswith("Notice (amber, dashed frame)")
    assert ["error", "E-COUNT", "Delegations, B2"] in [row[:3] for row in rows]
    assert ["error", "E-RULE", "event.toml, line 2", "no such group."] in rows
    links = [row[2].hyperlink.location for row in book["Problems"].iter_rows() if row[2].hyperlink]
    assert "'Delegations'!B2" in links
    assert "" == colour(cell(book, "A2"))


def test_a_list_in_french_is_marked_in_french(tmp_path: Path) -> None:
    """Comments, the names of sheets, the legend and the places, as the header is written."""
    path = a_csv(tmp_path, "Délégation;Nombre de délégués", "Kenya;501", "Tchad;trois")
    book = copy_of(path)
    rows = [[str(value or "") for value in row] for row in book["Problèmes"].values]

    wanted = "Écrivez un nombre entier de 1 à 500."
    assert f"erreur[E-COUNT]: «\u202f501\u202f» est supérieur à 500. {wanted}" == comment(
        cell(book, "B2", "Liste")
    )
    assert rows[0][0].startswith("Erreur (rouge, cadre plein)")
    assert ["Type", "Code", "Où", "Ce qui a été trouvé, et ce qu'il faut faire"] in rows
    message = f"«\u202ftrois\u202f» n'est pas un nombre entier. {wanted}"
    assert ["erreur", "E-COUNT", "B3", message] in rows


def test_a_workbook_with_a_sheet_of_that_name_keeps_it(tmp_path: Path) -> None:
    """Ours is then the second."""
    path = a_workbook(tmp_path, [HEADER, ("Kenya", 1)], sheets={"problems": [("a",)]})

    assert ["Delegations", "problems", "Problems 2"] == copy_of(path).sheetnames


def test_a_row_that_is_wrong_as_a_whole_is_marked_as_a_whole(tmp_path: Path) -> None:
    """A line with too many fields."""
    book = copy_of(a_csv(tmp_path, "Delegation,Delegates", "Kenya,1,2"))

    assert [RED] * 3 == [colour(cell(book, name, "List")) for name in ("A2", "B2", "C2")]
    assert "E-CSV" in comment(cell(book, "A2", "List"))
    assert "" == comment(cell(book, "B2", "List"))


def test_the_corrected_copy_is_a_list(tmp_path: Path) -> None:
    """Whoever corrects the marked cells can give the copy itself."""
    upload = load(a_csv(tmp_path, "Delegation,Delegates", "Kenya,x"))
    findings = examine_upload(upload, Reading()).findings
    book = openpyxl.load_workbook(BytesIO(marked_copy(upload, findings)))
    book["List"]["B2"] = 3
    buffer = BytesIO()
    book.save(buffer)
    found = examine_upload(Upload(buffer.getvalue(), "copy.xlsx"), Reading())

    assert found.workshop is not None
    assert 3 == found.workshop.head_count


def test_the_copy_says_nothing_of_who_made_it(tmp_path: Path) -> None:
    """No path and no user; the author of the comments is the program."""
    upload = load(a_csv(tmp_path, "Delegation,Delegates", "Kenya,x"))
    content = marked_copy(upload, examine_upload(upload, Reading()).findings)
    with ZipFile(BytesIO(content)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())

    assert str(tmp_path).encode() not in parts
    assert b"<author>allocator</author>" in parts
