"""``zoom``, ``teams`` and ``indico``: rooms and registrations of other systems."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from exporting import GROUPS, PEOPLE, a_list, counted, named, rows_without_mark, without_addresses
from outcomes import an_outcome

from allocator.allocation import Outcome
from allocator.errors import ExportRefused
from allocator.exports.making import export, exported
from allocator.settings import Group

HEADER = b"Pre-assign Room Name,Email Address\r\n"


def told(outcome: Outcome, name: str) -> list[str]:
    """The notices of a file."""
    return [str(each) for each in exported(outcome, name).notices]


def crowd(people: int, groups: int) -> Outcome:
    """So many people of as many organizations, one address each."""
    rows = [
        (f"Office {n}", "", "Ama", f"No. {n}", "", "", f"a{n}@example.org") for n in range(people)
    ]
    return an_outcome(a_list(rows), [Group(name=f"Room {n}") for n in range(groups)])


def test_zoom_has_its_header_to_the_letter_and_nothing_before_it() -> None:
    """Then a row per person with an address, by group."""
    content = export(named(), "zoom")
    rows = rows_without_mark(content)

    assert content.startswith(HEADER)
    assert [
        ["Pre-assign Room Name", "Email Address"],
        ["Group 1", "zoe@example.org"],
        ["Group 1", "+ali.k@example.org"],
        ["Group 1", "o@example.org"],
        ["Group 2", "ana@example.org"],
        ["Group 2", "e@example.org"],
    ] == rows


def test_who_has_no_address_is_left_out_and_counted() -> None:
    """A text that is no address counts as none."""
    expected = "notice[N-EXPORT]: left out because there is no e-mail address: 2 people of 7."

    assert [expected] == told(named(), "zoom")


def test_one_person_is_counted_as_one() -> None:
    """The sentence agrees with the number."""
    rows = [row for row in PEOPLE if row[0] != "Chad"]

    assert [
        "notice[N-EXPORT]: left out because there is no e-mail address: 1 person of 6."
    ] == told(an_outcome(a_list(rows), GROUPS), "zoom")


def test_the_limits_of_zoom_are_told_beyond_them_only() -> None:
    """A hundred rooms and a thousand people are within."""
    assert [] == told(crowd(1000, 100), "zoom")
    rooms, people = told(crowd(1001, 101), "zoom")

    assert "Zoom takes at most 100 breakout rooms, and these are 101." in rooms
    assert "Zoom assigns at most 1,000 people before a meeting, and these are 1,001." in people


@pytest.mark.parametrize("name", ["zoom", "indico"])
def test_of_people_who_share_an_address_the_first_is_taken(name: str) -> None:
    """In whatever case it is written; the others are told."""
    rows = [
        ("Kenya", "", "Ama", "One", "", "", "office@example.org"),
        ("Kenya", "", "Ben", "Two", "", "", "Office@example.org"),
        ("Chad", "", "Cat", "Three", "", "", "cat@example.org"),
    ]
    outcome = an_outcome(a_list(rows), GROUPS)
    found = [row[-1] for row in rows_without_mark(export(outcome, name))]

    assert 1 == sum(each.casefold() == "office@example.org" for each in found)
    assert "somebody else has the same e-mail address: 1 of 3" in told(outcome, name)[0]


@pytest.mark.parametrize("name", ["zoom", "indico", "bcc"])
def test_without_any_address_it_is_refused(name: str) -> None:
    """Head-counts are refused as such, names without addresses for want of these."""
    with pytest.raises(ExportRefused, match="head-counts only") as refused:
        export(counted(), name)
    with pytest.raises(ExportRefused, match="needs e-mail addresses, and nobody"):
        export(without_addresses(), name)

    assert ("E-EXPORT", 3) == (refused.value.code, refused.value.exit_code)


def test_the_name_of_a_room_is_one_line_and_no_formula() -> None:
    """Zoom and spreadsheets read what is meant."""
    groups = (Group(name="=A1\nB"), Group(name="Salle Âme"))
    rows = rows_without_mark(export(an_outcome(named().workshop, groups), "zoom"))

    assert {"Pre-assign Room Name", "'=A1 B", "Salle Âme"} == {row[0] for row in rows}


def test_teams_is_everybody_by_room_with_a_box() -> None:
    """Read by openpyxl: text is text, the rows of a room stand together."""
    book = openpyxl.load_workbook(io.BytesIO(export(named(), "teams")))
    sheet = book.worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if row[0] == "Done")
    body = rows[start + 1 :]

    assert ["Done", "Group", "Room", "Name", "Delegation", "E-mail"] == rows[start]
    assert [("☐", "Group 1", "Salle Âme")] * 4 + [("☐", "Group 2", "Room; B")] * 3 == [
        tuple(row[:3]) for row in body
    ]
    assert {"Mr Ali =SUM(A1)", "Ms عائشة البوسعيدي"} <= {row[3] for row in body}
    assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]


def test_teams_tells_of_more_than_it_takes() -> None:
    """Three hundred are within."""
    assert [] == told(crowd(300, 2), "teams")
    assert ["Teams assigns at most 300 people to rooms, and these are 301."] == [
        each.partition("]: ")[2].partition(" Divide")[0] for each in told(crowd(301, 2), "teams")
    ]


def imported(content: bytes) -> list[dict[str, str]]:
    """What Indico's import makes of a file, by its conditions; asserts that it takes every line.

    Source: indico/indico, modules/events/registration/util.py, import_user_records_from_csv.
    """
    columns = ["first_name", "last_name", "affiliation", "position", "phone", "email"]
    records = [dict(zip(columns, row, strict=True)) for row in rows_without_mark(content)]
    assert all("@" in record["email"] for record in records)
    assert all(record["first_name"] and record["last_name"] for record in records)
    assert len(records) == len({record["email"].lower() for record in records})
    return records


def test_indico_takes_every_line() -> None:
    """Six columns, no headings, the function as position."""
    records = imported(export(named(), "indico"))

    assert {
        "first_name": "Zoé",
        "last_name": "Ñandú",
        "affiliation": "France",
        "position": "Minister",
        "phone": "",
        "email": "zoe@example.org",
    } == records[0]
    assert len(PEOPLE) - 2 == len(records)


def test_indico_has_a_file_per_group_in_an_archive() -> None:
    """Together they are the one file."""
    content = exported(named(), "indico", ending=".zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: imported(archive.read(name)) for name in archive.namelist()}

    assert ["1 Group 1.csv", "2 Group 2.csv"] == list(files)
    assert imported(export(named(), "indico")) == [row for rows in files.values() for row in rows]


def test_indico_leaves_out_who_has_one_name_and_refuses_when_nobody_has_two() -> None:
    """Indico would refuse the whole file."""
    rows = [
        ("Kenya", "", "Ama", "One", "", "", "ama@example.org"),
        ("Chad", "", "", "Two", "", "", "two@example.org"),
    ]
    outcome = an_outcome(a_list(rows), GROUPS)

    assert ["ama@example.org"] == [each["email"] for each in imported(export(outcome, "indico"))]
    assert "Indico asks for first and last name: 1 of 2." in told(outcome, "indico")[0]
    with pytest.raises(ExportRefused, match="nobody on these rosters has both"):
        export(an_outcome(a_list(rows[1:]), GROUPS), "indico")


def test_a_file_in_an_archive_has_a_name_that_leads_nowhere() -> None:
    """Whatever the group is called."""
    groups = (Group(name="../../etc/passwd"), Group(name='a:b*?"<>|\\c.'))
    outcome = replace(named(), plan=replace(named().plan, groups=groups))
    content = exported(outcome, "indico", ending=".zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert ["1 --..-etc-passwd.csv", "2 a-b-------c-.csv"] == archive.namelist()
