"""Uploads are read by a process of their own; whatever it meets, the server goes on."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from list_files import a_workbook

from allocator import allocate
from allocator.allocation import Outcome
from allocator.errors import ListRefused
from allocator.findings import Finding
from allocator.intake import Examination, Reading, Upload, read_list
from allocator.rosters import rosters_file
from allocator.web import parsing, reader_process
from allocator.web.packing import packed, unpacked

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "examples" / "lists"


def read(content: bytes, file: str = "list.csv", **columns: str) -> Examination:
    """What the process says about a list."""
    found = parsing.examined(Upload(content, file), Reading(columns=columns))
    assert isinstance(found, Examination)
    return found


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes of findings."""
    return [finding.code for finding in findings]


@pytest.mark.parametrize("name", ["03_inc2_geneve_1991_participants_FR.xls",
                                  "04_inc11_nueva_york_1995_ES.xlsx",
                                  "05_inc7_newyork_1993_delegates_cp1252.csv"])  # fmt: skip
def test_a_list_is_read_as_on_the_command_line(name: str) -> None:
    """The same delegations, in every format, through the process."""
    found = read((LISTS / name).read_bytes(), name)

    assert found.workshop is not None
    assert read_list(LISTS / name).delegations == found.workshop.delegations


def test_rosters_are_read_as_rosters() -> None:
    """What the program wrote comes back as the outcome that it was."""
    outcome = allocate(read_list(LISTS / "04_inc11_nueva_york_1995_ES.xlsx"), groups=2)
    found = parsing.examined(Upload(rosters_file(outcome), "rosters.xlsx"), Reading())

    assert isinstance(found, Outcome)
    assert outcome.allocation.seats == found.allocation.seats


def test_spoiled_rosters_are_told_as_rosters(tmp_path: Path) -> None:
    """An overview and a record alone are a rosters workbook that lacks its sheets."""
    one = [("x",)]
    sheets = dict.fromkeys(("Overview", "Record", "Settings", "Balance"), one)
    path = a_workbook(tmp_path, one, sheets=sheets)
    found = parsing.examined(Upload(path.read_bytes(), path.name), Reading())

    assert isinstance(found, Examination)
    assert found.rosters
    assert found.errors


def test_columns_are_read_as_the_user_says() -> None:
    """Headings in a language that the program does not know."""
    found = read(b"Land,Anzahl\nKenya,3\n", delegation="A", delegates="B")

    assert found.workshop is not None
    assert 3 == found.workshop.head_count


def a_bomb() -> bytes:
    """A small workbook with a sheet of 300 MB."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def test_a_zip_bomb_is_refused() -> None:
    """By its size unpacked, before anything is unpacked."""
    assert ["E-EXPAND"] == codes(read(a_bomb(), "list.xlsx").errors)


@pytest.mark.parametrize("kept", [4, 100, 3_000])
def test_a_truncated_workbook_is_refused(kept: int) -> None:
    """Wherever it was cut."""
    content = (LISTS / "04_inc11_nueva_york_1995_ES.xlsx").read_bytes()[:kept]

    assert ["E-DAMAGED"] == codes(read(content, "list.xlsx").errors)


def an_endless_sheet() -> bytes:
    """An .ods of 1 KB whose rows are repeated until calamine ends its process."""
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
    rows = (
        '<table:table-row table:number-rows-repeated="1048576">'
        + cell
        + ("<text:p>x</text:p></table:table-cell></table:table-row>")
    )
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="L">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return buffer.getvalue()


def test_a_file_that_ends_its_reader_is_refused_and_the_next_is_read() -> None:
    """The library aborts; the server answers, and reads the next list."""
    assert read(an_endless_sheet(), "list.ods").errors[0].code in {"E-DAMAGED", "E-RANGE"}
    assert not read(b"Delegation,Delegates\nKenya,3\n").errors


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [
        ("MEMORY", 20_000_000, "E-MEMORY"),
        ("SECONDS", 0, "E-DAMAGED"),
        ("PATIENCE", 0.001, "E-DAMAGED"),
    ],
)
def test_a_process_that_needs_too_much_is_ended(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, value: float, code: str
) -> None:
    """Too much memory, processor time or patience: the list is refused, and the server told so."""
    module = parsing if limit == "PATIENCE" else reader_process
    if module is parsing:
        monkeypatch.setattr(parsing, limit, value)
    else:
        # The process is a script: it is given one that is the same but for the limit.
        script = Path(reader_process.__file__).read_text("utf-8")
        line = f"{limit} = {getattr(reader_process, limit):_}"
        assert line in script
        changed = tmp_path / "reader_process.py"
        changed.write_text(
            script.replace(line, f"{limit} = {value}").replace(
                "str(Path(__file__).parents[2])", repr(str(ROOT))
            ),
            encoding="utf-8",
        )
        monkeypatch.setattr(parsing, "__file__", str(tmp_path / "parsing.py"))

    assert [code] == codes(read(b"Delegation,Delegates\nKenya,3\n").errors)


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "C:\\evil.csv", "a\r\nSet-Cookie: x.csv", "\u202evsc.tsil.csv", "~"],
)
def test_the_name_of_a_file_is_only_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """It names the file in messages; nothing of that name is opened or made."""
    monkeypatch.chdir(tmp_path)
    found = read(b"Delegation,Delegates\nKenya,x\n", name)

    assert name == found.findings[0].place.file
    assert [] == list(tmp_path.iterdir())


def test_a_copy_with_marks_comes_from_the_process() -> None:
    """Bytes of a workbook; a file that cannot be taken apart is refused."""
    content = b"Delegation,Delegates\nKenya,x\n"
    copy = parsing.marked(Upload(content, "list.csv"), read(content).findings)

    assert copy.startswith(b"PK")
    with pytest.raises(ListRefused):
        parsing.marked(Upload(b"PK\x03\x04", "list.xlsx"), ())


def test_what_was_not_foreseen_is_logged_without_values(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Findings that are none end the work of the process; its log names the line, not the text."""
    with pytest.raises(ListRefused):
        parsing.marked(Upload(b"Delegation\nCanaria\n", "Canaria.csv"), [7])  # type: ignore[list-item] # that is the point

    assert "AttributeError (marks.py:" in caplog.text
    assert "Canaria" not in caplog.text


def test_read_only_mappings_come_through() -> None:
    """Traits of delegates are such mappings, and stay so."""
    workshop = read_list(LISTS / "05_inc7_newyork_1993_delegates_cp1252.csv")
    again = unpacked(packed(workshop))

    assert workshop == again
    traits = workshop.delegations[0].delegates[0].traits
    assert isinstance(traits, Mapping)
