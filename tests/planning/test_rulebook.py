"""Rules and groups given from Python are refused as those of a list are."""

import pytest
from builders import a_workshop

from allocator.errors import ListRefused
from allocator.planning.defaults import plan_for
from allocator.settings import Group, RuleRow, Settings


def refused(*rows: RuleRow) -> list[str]:
    """The messages about rules that cannot be, each of them E-RULE."""
    with pytest.raises(ListRefused) as raised:
        plan_for(a_workshop(3, 4), Settings(groups=2, rules=rows))
    assert {"E-RULE"} == {each.code for each in raised.value.findings}
    return [each.message for each in raised.value.findings]


@pytest.mark.parametrize("number", [10**20, 10_000_001, -1])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    """The solver takes neither negative nor huge ones."""
    (message,) = refused(RuleRow(kind="at least", who="D001", number=number))

    assert message == f"number cannot be {number}. Write one from 0 to 10000000."


def test_a_capacity_above_ten_million_is_no_capacity() -> None:
    """Ten million is one."""
    assert 10_000_000 == Group(name="A", capacity=10_000_000).capacity
    with pytest.raises(ValueError, match="the capacity of A is above 10000000"):
        Group(name="A", capacity=10_000_001)


@pytest.mark.parametrize("who", ["", ";;;", " ;\n; "])
def test_a_rule_for_nobody_is_refused(who: str) -> None:
    """Nothing but signs between names."""
    (message,) = refused(RuleRow(kind="at most", who=who, number=1))

    assert message.startswith("nobody is named.")


@pytest.mark.parametrize(
    ("text", "group"), [("Group 1", 0), ("2", 1), ("b", 2), ("Hall B; 1", 0), ("Annex", 3)]
)
def test_a_group_is_called_by_its_name_or_its_last_word(text: str, group: int) -> None:
    """A number or letter is enough where one name alone ends with it."""
    named = tuple(Group(name=each) for each in ("Group 1", "Group 2", "Hall B", "The Annex"))
    row = RuleRow(kind="in", who="D001", other=text)
    plan = plan_for(a_workshop(1, 1, 1, 1), Settings(group_table=named, rules=(row,)))

    assert group == plan.rules[0].groups[0]


def test_a_last_word_of_several_groups_is_refused() -> None:
    """Nobody knows which of them is meant."""
    named = (Group(name="Room A"), Group(name="Hall A"))
    row = RuleRow(kind="in", who="D001", other="A")
    with pytest.raises(ListRefused) as raised:
        plan_for(a_workshop(1, 1), Settings(group_table=named, rules=(row,)))

    (message,) = (each.message for each in raised.value.findings)
    assert message.startswith('there is no group "A"')
