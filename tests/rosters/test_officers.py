"""Chairs and rapporteurs in the workbook: printed, read back, checked and carried on."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from builders import a_workshop
from rebalancing.renewals import opened, values
from staffed import a_named_workshop

import allocator
from allocator.allocation import Outcome
from allocator.answers import allocation_answer
from allocator.errors import ListRefused
from allocator.language import LANGUAGES, word
from allocator.rosters import contradictions
from allocator.settings import Group, Settings
from allocator.workshop import Workshop

NAMED = a_named_workshop(
    ("Africa", ["chair", "", "rapporteur"]),
    ("Asia", ["chair/rapporteur", ""]),
    ("Europe", ["", "Présidente", "must chair"]),
)
HEADS = a_workshop(
    4,
    1,
    3,
    2,
    regions=["Africa", "Asia"],
    roles=["chair", "rapporteur", "", "relatora / presidenta"],
)


def written(outcome: Outcome, folder: Path) -> Path:
    """The rosters of an outcome."""
    path = folder / "rosters.xlsx"
    allocator.write_rosters(outcome, path, force=True)
    return path


def texts(path: Path, sheet: str) -> str:
    """Everything that a sheet says."""
    rows = values(path, sheet)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("workshop", [NAMED, HEADS], ids=["named", "head-counts"])
def test_officers_are_printed_and_read_back(
    workshop: Workshop, language: str, tmp_path: Path
) -> None:
    """Roster, overview, reports and groups name each; reading gives the same officers and plan."""
    spoken = replace(workshop, settings=Settings(language=language))
    outcome = allocator.allocate(spoken, groups=2)
    path = written(outcome, tmp_path)
    again = allocator.read_rosters(path)

    assert () == contradictions(path)
    assert outcome.allocation == again.allocation
    assert outcome.goals == again.goals
    assert (outcome.plan.sought, outcome.plan.appointments) == (
        again.plan.sought,
        again.plan.appointments,
    )
    for group in allocation_answer(outcome)["groups"]:
        for office in ("chair", "rapporteur"):
            for sheet in (group["name"], *(word(language, f"sheets.{key}")
                          for key in ("overview", "reports", "groups"))):  # fmt: skip
                assert group[office] in texts(path, sheet)


def test_a_delegate_is_called_by_name_and_delegation(tmp_path: Path) -> None:
    """That is how the Groups sheet finds the person again; outsiders stay as they are written."""
    table = (Group(name="A", chair="Ms Kamau"), Group(name="B", rapporteur="d2-2"))
    outcome = allocator.allocate(NAMED, groups=table)
    groups = {each["name"]: each for each in allocation_answer(outcome)["groups"]}

    assert ("Ms Kamau", "d2-2") == (groups["A"]["chair"], groups["B"]["rapporteur"])
    assert "D3-3 (D3)" == groups["B"]["chair"]
    assert ["N-OFFICE"] == [each.code for each in outcome.workshop.notices]
    assert () == contradictions(written(outcome, tmp_path))
    assert outcome.plan.appointments == allocator.read_rosters(tmp_path / "rosters.xlsx").plan.appointments  # noqa: E501  # fmt: skip


def test_a_name_that_two_delegates_share_is_refused() -> None:
    """The e-mail address or the registration tells them apart."""
    twins = a_named_workshop(("X", ["", ""]), ("Y", ["", ""]))
    people = [
        replace(
            each,
            delegates=tuple(
                replace(person, traits={"name": "Kim Lee"}) for person in each.delegates
            ),
        )
        for each in twins.delegations
    ]
    workshop = replace(twins, delegations=tuple(people))

    with pytest.raises(ListRefused, match=r'E-OFFICE.*"Kim Lee", chair of A.*stands for 4'):
        allocator.allocate(workshop, groups=[Group(name="A", chair="Kim Lee"), Group(name="B")])


def test_nobody_is_named_for_two_offices() -> None:
    """The message names both."""
    table = [Group(name="A", chair="D1-1"), Group(name="B", rapporteur="D1-1 (D1)")]

    with pytest.raises(ListRefused, match="is chair of A and rapporteur of B"):
        allocator.allocate(NAMED, groups=table)


def test_an_officer_who_is_written_over_is_told_by_verify(tmp_path: Path) -> None:
    """Another name in the sheet Groups counts; the roster sheets and the goals contradict it."""
    outcome = allocator.allocate(NAMED, groups=2)
    path = written(outcome, tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["Groups"]
    (cell,) = (c for row in sheet.iter_rows() for c in row if c.value == "D3-3 (D3)")
    cell.value = None
    book.save(path)

    messages = " ".join(each.message for each in contradictions(path))

    assert "D3-3 (D3) must hold an office and holds none" in messages
    assert "D3-3 (D3)" in messages


def test_rosters_without_roles_are_as_ever(tmp_path: Path) -> None:
    """No officer, no goal, no line of the record more; a chair from outside is printed."""
    plain = a_workshop(4, 4, 2)
    outcome = allocator.allocate(plain, groups=[Group(name="A", chair="Ms Kamau"), Group(name="B")])
    path = written(outcome, tmp_path)

    assert {} == outcome.allocation.officers == allocator.read_rosters(path).allocation.officers
    assert word("en", "record.appointed") not in texts(path, "Record")
    assert "Ms Kamau" in texts(path, "Reports to plenary")
    assert () == contradictions(path)


def roles_at_the_door(path: Path, language: str, groups: int) -> dict[str, object]:
    """Name -> what the column Role of the rosters says of each."""
    found = dict[str, object]()
    for group in opened(path).sheetnames[1 : groups + 1]:
        rows = values(path, group)
        head = next(row for row in rows if word(language, "headings.role") in row)
        name = head.index(word(language, "headings.name"))
        role = head.index(word(language, "headings.role"))
        for row in rows[rows.index(head) + 1 :]:
            found[str(row[name])] = row[role]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_shows_offices_and_no_candidacies(language: str, tmp_path: Path) -> None:
    """Whoever holds an office is called by it; other candidates are not; other roles stay."""
    lists = a_named_workshop(
        ("Africa", ["chair", "chair"]), ("Asia", ["chair", ""]), ("Europe", ["", ""])
    )
    *others, europe = lists.delegations
    first, second = europe.delegates
    traits = {**first.traits, "role": "Head of delegation"}
    europe = replace(europe, delegates=(replace(first, traits=traits), second))
    workshop = replace(lists, delegations=(*others, europe), settings=Settings(language=language))
    outcome = allocator.allocate(workshop, groups=2)
    path = written(outcome, tmp_path)
    chair = word(language, "headings.chair")
    chairs = outcome.allocation.officers["chair"]
    expected = {
        each.name: chair if each.id in chairs else None
        for delegation in workshop.delegations
        for each in delegation.delegates
    }
    again = allocator.read_rosters(path)

    assert {**expected, first.name: "Head of delegation"} == roles_at_the_door(path, language, 2)
    assert () == contradictions(path)
    assert () == again.edits
    assert outcome.allocation == again.allocation
    assert [each.traits for those in workshop.delegations for each in those.delegates] == [
        each.traits for those in again.workshop.delegations for each in those.delegates
    ]


def test_the_only_person_of_a_delegation_that_is_named_is_printed_by_name(tmp_path: Path) -> None:
    """Overview, roster and reports name the person; the sheet Groups keeps the delegation."""
    lists = a_named_workshop(("Africa", [""]), ("Asia", ["rapporteur", ""]), ("Europe", ["", ""]))
    table = (Group(name="A", chair="D1"), Group(name="B", rapporteur="D2"))
    outcome = allocator.allocate(lists, groups=table)
    path = written(outcome, tmp_path)
    again = allocator.read_rosters(path)

    for sheet in ("Overview", "A", "Reports to plenary"):
        assert "D1-1 (D1)" in texts(path, sheet), sheet
    assert "D1-1 (D1)" not in texts(path, "Groups")
    assert "Chair" == roles_at_the_door(path, "en", 2)["D1-1"]
    assert () == contradictions(path)
    assert (outcome.allocation, outcome.plan.appointments) == (
        again.allocation,
        again.plan.appointments,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_names_the_office_of_each(language: str, tmp_path: Path) -> None:
    """A chair of one group and a rapporteur of another are told apart; both stand side by side."""
    lists = replace(a_workshop(4, 4, 2), settings=Settings(language=language))
    table = [
        Group(name="A", chair="Ms Kamau"),
        Group(name="B", rapporteur="Mr Ode"),
        Group(name="C", chair="Ms Ito", rapporteur="Mr Lund"),
    ]
    path = written(allocator.allocate(lists, groups=table), tmp_path)
    found = {row[0]: row[5] for row in values(path, word(language, "sheets.overview"))}
    chair, rapporteur = (
        partial(word, language, f"group.{office}") for office in ("chair", "rapporteur")
    )

    assert chair(name="Ms Kamau") == found["A"]
    assert rapporteur(name="Mr Ode") == found["B"]
    assert f"{chair(name='Ms Ito')} · {rapporteur(name='Mr Lund')}" == found["C"]


@pytest.mark.parametrize("trait", ["registration", "email"])
def test_who_is_found_by_an_address_or_a_number_is_printed_by_name(
    trait: str, tmp_path: Path
) -> None:
    """Two have the name: the sheet Groups tells which of them, the others say it as people do."""
    rows = ("Kenya,Uda,1@x,must chair", "Kenya,Uda,2@x,", "Oman,Bo,3@x,chair", "Fiji,Al,4@x,")
    path = tmp_path / "list.csv"
    path.write_text("\n".join((f"delegation,name,{trait},role", *rows)), "utf-8")
    path = written(allocator.allocate(allocator.read_list(path), groups=2), tmp_path)

    assert "Chair: Uda (Kenya)" in texts(path, "Overview")
    assert "1@x" in texts(path, "Groups")
    assert not any("1@x" in texts(path, sheet) for sheet in ("Overview", "Reports to plenary"))
    assert () == contradictions(path)


def test_an_address_that_is_typed_in_another_case_is_not_printed_either(tmp_path: Path) -> None:
    """Whoever typed it in the settings is understood, and the name stands on the rosters."""
    rows = ("Kenya,Uda,Uda@X.org", "Kenya,Uda,other@x.org", "Oman,Bo,bo@x.org", "Fiji,Al,al@x.org")
    path = tmp_path / "list.csv"
    path.write_text("\n".join(("delegation,name,email", *rows)), "utf-8")
    groups = [Group(name="A", chair="uda@x.ORG"), Group(name="B")]
    path = written(allocator.allocate(allocator.read_list(path), groups=groups), tmp_path)

    assert "Chair: Uda (Kenya)" in texts(path, "Overview")
    assert not any("@" in text for text in texts(path, "Overview"))
