"""``annex``: a Word document, read again by python-docx and printed by LibreOffice."""

import io
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from exporting import GROUPS, SETTINGS, counted, named, pages_of
from libreoffice import needs_libreoffice, saved
from outcomes import a_head_count_list, an_outcome

from allocator.allocation import Outcome
from allocator.errors import PackageMissing
from allocator.exports.making import export
from allocator.language import LANGUAGES


def lines(outcome: Outcome) -> list[str]:
    """The paragraphs of the annex outside its tables."""
    document = docx.Document(io.BytesIO(export(outcome, "annex")))
    return [paragraph.text for paragraph in document.paragraphs]


def tables(outcome: Outcome) -> list[list[list[str]]]:
    """The tables of the annex, row by row."""
    document = docx.Document(io.BytesIO(export(outcome, "annex")))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def test_an_annex_has_a_section_for_each_group() -> None:
    """Title, meeting and hour; then group, chair, rapporteur, room and sizes."""
    blank = "………………………………"

    assert [
        "Annex",
        "Composition of the groups",
        "Council, 115th session · Water",
        "2026-11-23 · 10:00-13:00",
        "Group 1",
        f"Chair: {blank}",
        f"Rapporteur: {blank}",
        "Room: Salle Âme",
        "4 people · 4 delegations",
    ] == lines(named())[:9]


def test_the_tables_have_every_delegation_with_its_people() -> None:
    """As many as the allocation seats in the group, A to Z."""
    outcome = counted()
    expected = [
        [
            [each.name, str(outcome.seats_of(each)[index])]
            for each in sorted(outcome.workshop.delegations, key=lambda each: _plain(each.name))
            if outcome.seats_of(each)[index]
        ]
        for index in range(2)
    ]

    assert expected == [table[1:] for table in tables(outcome)]


def test_many_delegations_stand_side_by_side() -> None:
    """Read across; an odd one leaves the last place empty."""
    heads = {f"Delegation {number}": 1 for number in range(1, 8)}
    (table,) = tables(an_outcome(a_head_count_list(heads), GROUPS[:1], settings=SETTINGS))

    assert ["Delegation", "People"] * 2 == table[0]
    assert ["Delegation 1", "1", "Delegation 2", "1"] == table[1]
    assert ["Delegation 7", "1", "", ""] == table[4]


def test_sessions_follow_one_another() -> None:
    """One document has them all."""
    outcome = named()
    plan = replace(outcome.plan, sessions=2)
    several = replace(outcome, plan=plan, sessions=(outcome.allocation,))

    assert [
        "Group 1 · session 1 of 2",
        "Group 2 · session 1 of 2",
        "Group 1 · session 2 of 2",
        "Group 2 · session 2 of 2",
    ] == [line for line in lines(several) if "session " in line and "of 2" in line]


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_an_annex_is_in_the_language_of_the_meeting(language: str) -> None:
    """No English word of ours is left; names of groups are the meeting's own."""
    said = " ".join([*lines(counted(language)), *(tables(counted(language))[0][0])])

    assert not {"Annex", "groups", "Chair:", "Room:", "people", "Delegation"} & set(said.split())


def test_what_no_file_can_hold_becomes_a_sign() -> None:
    """A control character in the name of the meeting does not stop the document."""
    outcome = named(settings=replace(SETTINGS, meeting="Coun\x00cil"))

    assert "Coun\ufffdcil · Water" == lines(outcome)[2]


def test_without_its_package_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the extra's name and the exit code of what the system lacks."""
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "allocator.exports.document", raising=False)
    with pytest.raises(PackageMissing) as refused:
        export(named(), "annex")

    assert (
        "error[E-PACKAGE]: annex needs the package python-docx, which is not installed. "
        'In the folder of the project: pip install ".[word]"' == str(refused.value)
    )
    assert 6 == refused.value.exit_code


@needs_libreoffice
def test_an_annex_prints_with_page_numbers(tmp_path: Path) -> None:
    """144 delegations in three groups: each of them, and its number of pages on every page."""
    heads = {f"Delegation {number:03}": 3 for number in range(1, 145)}
    path = tmp_path / "annex.docx"
    path.write_bytes(export(an_outcome(a_head_count_list(heads), 3, settings=SETTINGS), "annex"))
    (printed,) = saved([path], "pdf")
    found = pages_of(printed)

    assert 5 <= len(found) <= 7
    assert all(f"Page {number} of {len(found)}" in page for number, page in enumerate(found, 1))
    assert 3 * 144 == " ".join(found).count("Delegation ") - " ".join(found).count("Delegation P")


def _plain(name: str) -> str:
    """A name by which it is sorted, for those of these tests."""
    return name.replace("Å", "A").replace("ô", "o")
