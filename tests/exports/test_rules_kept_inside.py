"""The rules of an event stand in the sheet Rules of its rosters, and go nowhere else."""

import io
import zipfile
from pathlib import Path

from list_files import a_csv
from openpyxl import load_workbook

from allocator import allocate, export, read_list, read_rosters, write_rosters
from allocator.exports.making import offers


def texts_of(content: bytes) -> str:
    """Everything that a file holds, whether or not it is packed."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def test_only_the_sheet_of_rules_names_those_who_are_kept_apart(tmp_path: Path) -> None:
    """Neither the roster of a group nor a file for another system has the rule or its note."""
    source = a_csv(tmp_path, "Delegation,Name,E-mail,Apart", "Chad,Ama,a@example.org,secret",
                   "Togo,Li,l@example.org,secret", "Peru,Ana,n@example.org,")  # fmt: skip
    file = tmp_path / "rosters.xlsx"
    write_rosters(allocate(read_list(source), groups=2), file)
    sheets = {
        sheet.title
        for sheet in load_workbook(file)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if isinstance(cell, str) and "Ama (Chad); Li (Togo)" in cell
    }
    rosters = read_rosters(file)
    made = {each.form.name: export(rosters, each.form.name) for each in offers(rosters)}

    assert {"Rules"} == sheets
    assert "door-sheets" in made
    assert [] == [
        name
        for name, content in made.items()
        if "Ama (Chad); Li (Togo)" in texts_of(content) or "secret" in texts_of(content)
    ]
