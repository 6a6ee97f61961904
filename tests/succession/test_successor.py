"""The workshop and the plan of the next version: what holds, what is stronger, what is refused."""

from dataclasses import replace

import pytest
from outcomes import a_head_count_list, a_named_list, an_outcome
from rebalancing.versions import groups, heads, people, person, told

from allocator.allocation import Outcome
from allocator.errors import ListRefused, UsageProblem
from allocator.findings import Finding
from allocator.settings import Group, Seating, Settings, SmallSeating
from allocator.solve import allocate
from allocator.succession.successor import next_plan, next_workshop
from allocator.workshop import Source, Workshop

NOTHING_SAID = Settings()


def refused(before: Outcome, workshop: Workshop, *, late: bool = False) -> Finding:
    """The one problem for which the list is refused."""
    with pytest.raises(ListRefused) as caught:
        next_workshop(before, workshop, NOTHING_SAID, late=late)
    (finding,) = caught.value.findings
    return finding


def saved(workshop: Workshop, stamp: str) -> Workshop:
    """The list, saved at a moment."""
    return replace(workshop, source=replace(workshop.source, saved=stamp))


def made_with(*files: str) -> Outcome:
    """Rosters made with some files, the checksum of each being its name; written at noon."""
    workshop = a_head_count_list()
    source = Source(file="; ".join(files), sha256="; ".join(files))
    outcome = an_outcome(replace(workshop, source=source))
    return replace(outcome, written="2026-11-23T12:00:00Z")


@pytest.mark.parametrize("late", [True, False])
def test_head_counts_for_rosters_with_names_are_refused(*, late: bool) -> None:
    """E-SHAPE at the list: nobody could say who has which seat."""
    finding = refused(an_outcome(a_named_list()), heads({"France": 4}), late=late)

    assert ("E-SHAPE", "heads.xlsx") == (finding.code, finding.place.file)
    assert "Give a list with a row per delegate" in finding.message


def test_late_names_for_rosters_of_head_counts_are_refused() -> None:
    """E-SHAPE: the others have no names."""
    finding = refused(an_outcome(), people(person("France", "Ann Ray")), late=True)

    assert ("E-SHAPE", "people.xlsx") == (finding.code, finding.place.file)
    assert "Give a list of head-counts" in finding.message


def test_names_where_a_column_of_head_counts_is_balanced_are_refused() -> None:
    """E-SHAPE: the column says something of delegations there and of people here."""
    before = an_outcome()
    balanced = replace(before, plan=replace(before.plan, balance=("Level",)))

    assert "E-SHAPE" == refused(balanced, people(person("France", "Ann Ray"))).code


def test_a_whole_list_of_names_for_rosters_of_head_counts_is_read_and_told() -> None:
    """N-NAMES: who takes which seat is drawn."""
    workshop = next_workshop(an_outcome(), people(person("France", "Ann Ray")), NOTHING_SAID)

    assert workshop.names_delegates
    assert "N-NAMES" in [each.code for each in workshop.notices]


def test_a_late_list_that_was_added_already_is_refused() -> None:
    """E-DUP: everybody on it would come twice."""
    late = replace(heads({"Peru": 2}), source=Source(file="late.csv", sha256="b" * 64))
    first = an_outcome()
    again = replace(first, workshop=next_workshop(first, late, NOTHING_SAID, late=True))

    assert "E-DUP" == refused(again, late, late=True).code


def test_the_rosters_of_another_event_are_refused() -> None:
    """E-ROSTER: none of their delegations is on the list."""
    before = replace(an_outcome(), source=Source(file="rosters.xlsx"))
    finding = refused(before, heads({"Peru": 2, "Chile": 3}))

    assert ("E-ROSTER", "rosters.xlsx") == (finding.code, finding.place.file)
    assert "none of the 6 delegations" in finding.message


def test_one_delegation_in_common_is_the_same_event() -> None:
    """Whatever else has changed; and what is added to rosters always goes with them."""
    assert 2 == len(next_workshop(an_outcome(), heads({"Fiji": 1, "Peru": 2}), NOTHING_SAID)
                    .delegations)  # fmt: skip
    assert 7 == len(
        next_workshop(an_outcome(), heads({"Peru": 2}), NOTHING_SAID, late=True).delegations
    )


def test_the_settings_of_the_rosters_hold() -> None:
    """Groups, rooms, seating, seed, the meeting; what the list's own sheets say does not count."""
    own = Settings(
        meeting="Council",
        group_table=(Group(name="Red", room="XVII", capacity=30), Group(name="Blue")),
        seating=Seating.WHOLE,
        small_seating=SmallSeating.APART,
        seed=7,
        language="fr",
    )
    before = an_outcome(groups=own.group_table or (), settings=own)
    other = replace(heads({"France": 5}), settings=Settings(meeting="Other", seed=9, groups=3))
    workshop = next_workshop(before, other, NOTHING_SAID)
    plan = next_plan(workshop)

    assert own == workshop.settings
    assert own.group_table == plan.groups
    assert (Seating.WHOLE, SmallSeating.APART, 7) == (plan.seating, plan.small_seating, plan.seed)


def test_the_language_of_the_rosters_holds_where_nothing_was_said() -> None:
    """A French list makes French rosters, whatever language the new list is written in."""
    before = an_outcome(a_head_count_list(language="fr"))

    assert "fr" == next_workshop(before, heads({"France": 5}), NOTHING_SAID).settings.language


def test_what_is_said_now_is_stronger() -> None:
    """Flags and TOML over the rosters."""
    before = an_outcome(settings=Settings(seed=7, meeting="Council", small=1))
    workshop = next_workshop(before, heads({"France": 5}), Settings(small=3, language="es"))

    assert (3, "es", 7, "Council") == (
        workshop.settings.small,
        workshop.settings.language,
        workshop.settings.seed,
        workshop.settings.meeting,
    )


def named_groups(said: Settings, *names: str) -> list[str]:
    """The groups of the plan that follows rosters with these groups."""
    table = groups(*names)
    before = an_outcome(groups=table, settings=Settings(groups=len(names), group_table=table))
    workshop = next_workshop(before, a_head_count_list(), said)
    return [group.name for group in next_plan(workshop).groups]


def test_fewer_groups_keep_the_first_ones() -> None:
    """R10: two of three groups, under their names."""
    assert ["Red", "Blue"] == named_groups(Settings(groups=2), "Red", "Blue", "Green")


def test_more_groups_keep_those_that_are_there() -> None:
    """The third one is numbered."""
    assert ["Red", "Blue", "Group 3"] == named_groups(Settings(groups=3), "Red", "Blue")


def test_a_table_of_groups_given_now_replaces_that_of_the_rosters() -> None:
    """With as many groups as it has, unless a number is said too."""
    table = groups("Blue", "White", "Red")

    assert ["Blue", "White", "Red"] == named_groups(Settings(group_table=table), "Red", "Blue")
    assert ["Blue", "White", "Red", "Group 4"] == named_groups(
        Settings(group_table=table, groups=4), "Red", "Blue"
    )
    with pytest.raises(UsageProblem, match="Red would be left out"):
        named_groups(Settings(group_table=table, groups=2), "Red", "Blue")


def test_the_seating_rule_is_a_goal_behind_small() -> None:
    """In every version but the first."""
    plan = next_plan(next_workshop(an_outcome(), a_head_count_list(), NOTHING_SAID))

    assert ("size", "small", "seating") == plan.goals[:3]


def test_a_column_that_the_new_list_lacks_is_told() -> None:
    """What is balanced has to be there."""
    before = an_outcome(a_named_list(), settings=Settings(balance=("Level",)))
    workshop = next_workshop(before, people(person("France", "Ann Ray")), NOTHING_SAID)

    with pytest.raises(ListRefused, match='balance "Level", and the list has no such column'):
        next_plan(workshop)


def test_a_list_that_was_the_base_of_the_rosters_is_older() -> None:
    """R7: made with the list and with additions that came later; whoever came with them leaves."""
    list_again = replace(a_head_count_list(), source=Source(file="list.xlsx", sha256="list.xlsx"))
    before = made_with("list.xlsx", "late.csv", "later.csv")
    (message,) = told(next_workshop(before, list_again, NOTHING_SAID).notices, "N-OLDER")

    assert "with late.csv, later.csv, which came later" in message


@pytest.mark.parametrize(
    ("moment", "notices"), [("2026-11-22T08:00:00Z", 1), ("2026-11-24T08:00:00Z", 0), ("", 0)]
)
def test_a_list_saved_before_the_rosters_were_written_is_told(moment: str, notices: int) -> None:
    """R7: both moments are named; a file that does not say is taken for the newest."""
    workshop = saved(a_head_count_list(), moment)
    messages = told(next_workshop(made_with("old.csv"), workshop, NOTHING_SAID).notices, "N-OLDER")

    assert notices == len(messages)
    for message in messages:
        assert "saved on 2026-11-22 08:00:00" in message
        assert "written on 2026-11-23 12:00:00" in message


def test_the_same_list_again_is_not_older() -> None:
    """Although it was saved before the rosters were made from it."""
    workshop = saved(a_head_count_list(), "2026-11-22T08:00:00Z")
    before = made_with(workshop.source.sha256)

    assert [] == told(next_workshop(before, workshop, NOTHING_SAID).notices, "N-OLDER")


def test_what_the_list_says_of_the_session_does_not_count_and_is_told() -> None:
    """N-SHEET: the rosters' own groups hold."""
    own = replace(heads({"France": 5}), settings=Settings(groups=5))
    workshop = next_workshop(an_outcome(), own, NOTHING_SAID)

    assert 2 == next_plan(workshop).k
    assert "N-SHEET" in [each.code for each in workshop.notices]


def test_rosters_that_were_never_written_keep_their_groups() -> None:
    """Two groups by choice of the program stay two, although there are people for three now."""
    few, many = a_head_count_list(), heads({"France": 200, "Kenya": 1})
    before = allocate(few, groups="auto")

    assert before.plan.groups == next_plan(next_workshop(before, many, NOTHING_SAID)).groups
