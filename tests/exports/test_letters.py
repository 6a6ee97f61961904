"""``mail-merge``, ``changes`` and ``bcc``: what is sent to people."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from exporting import (
    PEOPLE,
    SETTINGS,
    a_list,
    counted,
    named,
    renewed,
    renewed_counts,
    rows_of,
)
from libreoffice import needs_libreoffice, saved

import allocator
from allocator.allocation import Outcome
from allocator.changes import Move
from allocator.errors import ExportRefused
from allocator.exports.making import export, exported
from allocator.findings import Place
from allocator.language import LANGUAGES
from allocator.remarks.wording import notice
from allocator.rosters import read_rosters, write_rosters

MERGE = ["Email", "Title", "FirstName", "LastName", "Delegation", "Group", "Room", "Date", "Time",
         "Language", "OldGroup", "NewGroup", "MessageText"]  # fmt: skip
CHANGES = ["Email", "Title", "FirstName", "LastName", "Delegation", "People", "Change", "OldGroup",
           "NewGroup", "Room", "Date", "Time", "Language", "MessageText"]  # fmt: skip


def table(outcome: Outcome, name: str, language: str = "") -> list[dict[str, str]]:
    """The rows of a CSV file by their headings."""
    head, *rows = rows_of(exported(outcome, name, ending=".csv", language=language).content)
    assert {"mail-merge": MERGE, "changes": CHANGES}[name] == head
    return [dict(zip(head, row, strict=True)) for row in rows]


def sheet(content: bytes) -> list[list[str]]:
    """The rows of the first sheet as openpyxl reads them, empty cells as empty text."""
    rows = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def test_a_mail_merge_has_a_row_per_person_with_its_fields() -> None:
    """Nobody is left out; an address in its place, or none."""
    rows = table(named(), "mail-merge")
    zoe = next(row for row in rows if row["FirstName"] == "Zoé")

    assert len(PEOPLE) == len(rows)
    assert {
        "Email": "zoe@example.org",
        "Title": "Mme",
        "FirstName": "Zoé",
        "LastName": "Ñandú",
        "Delegation": "France",
        "Group": "Group 1",
        "Room": "Salle Âme",
        "Date": "2026-11-23",
        "Time": "10:00-13:00",
        "Language": "fr",
        "OldGroup": "",
        "NewGroup": "",
        "MessageText": "Votre groupe : Group 1. Lieu : Salle Âme. Date : 2026-11-23, 10:00-13:00.",
    } == zoe
    assert ["", ""] == [row["Email"] for row in rows if row["Delegation"] in ("Chad", "Fiji")]


def test_the_sentence_is_in_the_language_of_the_person_else_of_the_meeting() -> None:
    """Somebody who follows the meeting's language among others reads that."""
    languages = {row["Delegation"]: row["Language"] for row in table(named("es"), "mail-merge")}
    english = {row["Delegation"]: row["Language"] for row in table(named("en"), "mail-merge")}

    assert {"Kenya": "en", "Brazil": "es", "Chad": "es", "Fiji": "es"} == {
        name: languages[name] for name in ("Kenya", "Brazil", "Chad", "Fiji")
    }
    assert ("en", "en", "fr") == (english["Brazil"], english["Chad"], english["France"])
    assert ("ar" if "ar" in LANGUAGES else "en") == english["Oman"]


def test_a_sentence_says_no_more_than_is_known() -> None:
    """Without room, date and time it is the group alone."""
    outcome = named(settings=replace(SETTINGS, date=None, time=None))
    bare = replace(
        outcome,
        plan=replace(outcome.plan, groups=tuple(replace(g, room="") for g in outcome.plan.groups)),
    )
    texts = {row["MessageText"] for row in table(bare, "mail-merge") if row["Language"] == "en"}

    assert {"You are in Group 1.", "You are in Group 2."} == texts


def test_a_sentence_names_the_session_where_there_are_several() -> None:
    """The file is that of one session, and a notice tells of the others."""
    outcome = allocator.allocate(named().workshop, groups=2, sessions=2)
    made = exported(outcome, "mail-merge", ending=".csv", session=2)
    texts = [row[-1] for row in rows_of(made.content)[1:]]

    assert any(text.startswith("In session 2 you are in Group") for text in texts)
    assert "one session of 2" in str(made.notices[-1])


def test_the_sheet_of_a_mail_merge_is_its_table() -> None:
    """Headings in the first row, text as text: as openpyxl reads it."""
    content = export(named(), "mail-merge")
    cells = [
        cell for row in openpyxl.load_workbook(io.BytesIO(content)).active or [] for cell in row
    ]
    rows = sheet(content)

    assert MERGE == rows[0]
    assert [row["MessageText"] for row in table(named(), "mail-merge")] == [r[-1] for r in rows[1:]]
    assert "=SUM(A1)" in {row[3] for row in rows}
    assert "f" not in {cell.data_type for cell in cells}


@needs_libreoffice
def test_libreoffice_reads_the_same_table(tmp_path: Path) -> None:
    """Saved as CSV by it, every text is what it was."""
    path = tmp_path / "merge.xlsx"
    path.write_bytes(export(named(), "mail-merge"))
    (table_of_it,) = saved([path], "csv:Text - txt - csv (StarCalc):44,34,76,1")
    text = table_of_it.read_bytes().replace(b"\n", b"\r\n")

    assert sheet(export(named(), "mail-merge")) == rows_of(b"\xef\xbb\xbf" + text)


def test_only_who_moved_or_is_new_is_told(tmp_path: Path) -> None:
    """Also from the workbook, which names them; nobody who withdrew or stayed."""
    outcome = renewed(tmp_path)
    write_rosters(outcome, tmp_path / "next.xlsx")
    for each in (outcome, read_rosters(tmp_path / "next.xlsx")):
        rows = table(each, "changes")
        told = {
            (row["Delegation"], row["Change"], row["OldGroup"], row["NewGroup"]) for row in rows
        }

        assert {
            ("Cuba", "Moved", "Group 2", "Group 1"),
            ("Fiji", "New", "", "Group 1"),
        } == told


def test_who_moved_reads_it_first_in_their_language(tmp_path: Path) -> None:
    """And the mail merge has old and new group for them alone."""
    outcome = renewed(tmp_path)
    cuba, fiji = table(outcome, "changes")
    moved = {
        row["Delegation"]: (row["OldGroup"], row["NewGroup"])
        for row in table(outcome, "mail-merge")
        if row["NewGroup"]
    }

    assert cuba["MessageText"].startswith("Su grupo ha cambiado: ahora Group 1, ya no Group 2.")
    assert ("cuba@example.org", "es", "1") == (cuba["Email"], cuba["Language"], cuba["People"])
    assert fiji["MessageText"].startswith("Votre groupe : Group 1. Lieu : Salle Âme.")
    assert {"Cuba": ("Group 2", "Group 1"), "Fiji": ("", "Group 1")} == moved


def test_of_head_counts_the_delegation_is_told(tmp_path: Path) -> None:
    """With how many of its people it is about."""
    rows = table(renewed_counts(tmp_path), "changes", language="fr")

    assert [
        "Peru : 1 personne change de groupe : désormais Group 1, et non plus Group 2.",
        "Nouveau : France, 1 personne ; groupe : Group 1.",
        "Nouveau : Fiji, 1 personne ; groupe : Group 1.",
        "Nouveau : Fiji, 2 personnes ; groupe : Group 2.",
    ] == [row["MessageText"].partition(" Lieu")[0] for row in rows]
    assert ["Déplacé", "Nouveau", "Nouveau", "Nouveau"] == [row["Change"] for row in rows]


def test_people_who_cannot_be_told_apart_are_told_through_their_delegation(tmp_path: Path) -> None:
    """A move without a name, or with a name that two have, means nobody in particular."""
    outcome = renewed(tmp_path)
    assert outcome.changes is not None
    nameless = Move(delegation="Oman", people=2, origin="Group 2", target="Group 1")
    outcome = replace(outcome, changes=replace(outcome.changes, moved=(nameless,), joined=()))
    (row,) = table(outcome, "changes")

    assert ("", "Oman", "2") == (row["Email"], row["Delegation"], row["People"])
    assert row["MessageText"].startswith(
        "2 people of Oman are now in Group 1, and no longer in Group 2."
    )


def test_changes_that_the_rosters_contradict_are_told(tmp_path: Path) -> None:
    """Somebody edited the rosters after the re-balance."""
    outcome = renewed(tmp_path)
    assert outcome.changes is not None
    untrue = replace(outcome.changes.moved[0], origin="Group 1", target="Group 2")
    edited = replace(outcome, changes=replace(outcome.changes, moved=(untrue,)))
    first = str(exported(edited, "changes").notices[0])
    elsewhere = replace(outcome, edits=(notice("N-EDITED", Place(), "somebody else moved"),))

    assert "contradict it in 1 of its lines" in first
    assert "whoever was moved so is not" in str(exported(elsewhere, "changes").notices[0])
    assert "without an e-mail address: 1 of 2" in str(exported(outcome, "changes").notices[0])


def test_a_first_version_has_no_changes() -> None:
    """It is refused, with which workbook to take."""
    for outcome in (counted(), named()):
        with pytest.raises(ExportRefused, match="first version"):
            export(outcome, "changes")


def test_bcc_has_every_address_of_a_group_once_in_one_line() -> None:
    """Group by group, semicolons between them, as Outlook takes them."""
    text = export(named(), "bcc").decode("utf-8-sig")

    assert [
        "Group 1",
        "zoe@example.org; +ali.k@example.org; o@example.org; p@example.org",
        "",
        "Group 2",
        "ana@example.org; e@example.org",
        "",
    ] == text.split("\r\n")


def test_one_column_of_names_is_the_last_name() -> None:
    """Nobody guesses where a name is to be parted."""
    outcome = named()
    whole = a_list([("Kenya", "", "", "", "", "", "a@example.org")])
    delegate = replace(whole.delegations[0].delegates[0], traits={"name": "Ama K. Boateng"})
    kenya = replace(whole.delegations[0], delegates=(delegate,))
    workshop = replace(outcome.workshop, delegations=(kenya,))
    places = replace(outcome.allocation, seats={kenya.id: (1, 0)}, places={delegate.id: 0})
    (row,) = table(replace(outcome, workshop=workshop, allocation=places), "mail-merge")

    assert ("", "Ama K. Boateng") == (row["FirstName"], row["LastName"])
