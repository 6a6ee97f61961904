"""What is written is read back: the workbook is the document."""

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcomes import STAMP, a_head_count_list, a_named_list, an_outcome
from real_lists import real_list

from allocator.allocation import Outcome
from allocator.enrolment.enrol import Entry, enrol
from allocator.explain import language_of
from allocator.findings import Finding, Place, Severity
from allocator.folding import fold
from allocator.intake import read_list
from allocator.language import LANGUAGES
from allocator.rosters import contradictions, read_rosters, rosters_file, write_rosters
from allocator.settings import Group, Seating, Settings, SmallSeating
from allocator.text import told
from allocator.workshop import Workshop
from examples import examples

#: Names that spreadsheets like to spoil, and letters of several scripts.
HARD_NAMES = st.sampled_from(
    ["=SUM(A1)", "+1", "-x", "@home", "007", "NA", "_x0041_", "#N/A", "a & b <c>", "“q”"]
)
NAMES = HARD_NAMES | st.text(string.ascii_letters + " éñøß中文ع'-=&<>\"", min_size=1, max_size=12)


def again(outcome: Outcome, folder: Path) -> Outcome:
    """The outcome after it was written and read."""
    path = folder / "rosters.xlsx"
    write_rosters(outcome, path, stamp=STAMP)
    return read_rosters(path)


def assert_same(outcome: Outcome, read: Outcome) -> None:
    """Seats, list, plan, goals and state are the same."""
    assert outcome.allocation == read.allocation
    assert outcome.workshop.delegations == read.workshop.delegations
    language = language_of(outcome)
    assert read.workshop.notices == tuple(
        replace(each, message=told(each.message, language)) for each in outcome.workshop.notices
    )
    assert outcome.workshop.source == read.workshop.source
    assert outcome.plan == read.plan
    assert outcome.goals == read.goals
    assert (outcome.stopped, outcome.version) == (read.stopped, read.version)


@pytest.mark.parametrize("language", LANGUAGES)
def test_head_counts_come_back(tmp_path: Path, language: str) -> None:
    """In every language, whatever the regional groups are called there."""
    outcome = an_outcome(a_head_count_list(language=language), groups=3)

    assert_same(outcome, again(outcome, tmp_path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_named_delegates_come_back(tmp_path: Path, language: str) -> None:
    """Each person in the same group with the same identity, also where two look alike."""
    outcome = an_outcome(a_named_list(language=language), balance=("Level", "title"))

    assert_same(outcome, again(outcome, tmp_path))


def test_everything_that_was_said_comes_back(tmp_path: Path) -> None:
    """Rooms, capacities, chairs, every setting, and how the search ended."""
    said = Settings(
        meeting="Committee & Council, 115th session",
        theme="=Money",
        date="23 November 2026",
        time="15:00",
        venue="Palais",
        language="es",
        groups=2,
        group_table=(
            Group(name="A: red/blue", room="XVII", capacity=40, languages=("en", "fr")),
            Group(name="Overview", chair="Ms. Chair", rapporteur="Mr. Rapporteur"),
        ),
        seating=Seating.WHOLE,
        small=3,
        small_seating=SmallSeating.APART,
        priority=("small", "size"),
        max_group_size=35,
        seed=7,
        workers=2,
        time_limit=12.5,
    )
    outcome = an_outcome(groups=said.group_table or (), settings=said)
    plan = replace(
        outcome.plan,
        seating=Seating.WHOLE,
        small=3,
        small_seating=SmallSeating.APART,
        seed=7,
        workers=2,
        time_limit=12.5,
    )
    outcome = replace(outcome, plan=plan, stopped=True, version=4)
    read = again(outcome, tmp_path)

    assert_same(outcome, read)
    assert said == read.workshop.settings


def test_everything_about_delegations_comes_back(tmp_path: Path) -> None:
    """Categories, regions of the list's own, seatings of single delegations, balanced columns."""
    entries = [
        Entry(place=Place(), delegation="France", delegates=5, category="Member", seating="whole"),
        Entry(place=Place(), delegation="Nile Basin Initiative", delegates=2, category="IGO"),
        Entry(
            place=Place(),
            delegation="Kenya",
            delegates=3,
            region="Sahel",
            traits={"Level": "Minister"},
        ),
    ]
    delegations, _ = enrol(entries)
    outcome = an_outcome(Workshop(delegations=delegations), balance=("Level",))

    assert_same(outcome, again(outcome, tmp_path))


def test_notices_come_back_with_their_places(tmp_path: Path) -> None:
    """Code, message, place and what was found."""
    notice = Finding(
        severity=Severity.NOTICE,
        code="N-X",
        message="=Something was read.",
        place=Place(file="list.xlsx", sheet="Liste", row=4, column=2),
        found="007",
    )
    outcome = an_outcome()
    outcome = replace(outcome, workshop=replace(outcome.workshop, notices=(notice,)))

    assert (notice,) == again(outcome, tmp_path).workshop.notices


def test_writing_what_was_read_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing is lost on the way, and nothing is added."""
    for outcome in (an_outcome(groups=3), an_outcome(a_named_list(), balance=("Level",))):
        first = rosters_file(outcome, stamp=STAMP)

        assert first == rosters_file(again(outcome, tmp_path), stamp=STAMP)


@examples(12)
@given(
    heads=st.dictionaries(NAMES, st.integers(1, 12), min_size=1, max_size=8),
    groups=st.integers(1, 4),
)
def test_any_name_comes_back_letter_by_letter(
    tmp_path_factory: pytest.TempPathFactory, heads: dict[str, int], groups: int
) -> None:
    """No name becomes a formula, a number or an error; the workbook agrees with itself."""
    unique = {fold(name): name for name in heads if name == name.strip() and name.strip()}
    chosen = {name: heads[name] for name in unique.values()} or {"Kenya": 1}
    outcome = an_outcome(a_head_count_list(chosen), groups=groups)
    folder = tmp_path_factory.mktemp("any")

    assert_same(outcome, again(outcome, folder))
    assert () == contradictions(folder / "rosters.xlsx")


@pytest.mark.parametrize("number", ["01", "03", "05", "07", "08"])
def test_a_real_list_comes_back(tmp_path: Path, number: str) -> None:
    """Real names, real regions: the same seats, and no contradiction."""
    outcome = an_outcome(read_list(real_list(number)), groups=3)
    read = again(outcome, tmp_path)

    assert outcome.allocation == read.allocation
    assert [each.id for each in outcome.workshop.delegations] == [
        each.id for each in read.workshop.delegations
    ]
    assert () == contradictions(tmp_path / "rosters.xlsx")
