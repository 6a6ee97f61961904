"""Rules and groups given from Python are refused as those of a list are."""

import pytest
from builders import a_workshop

from allocator.errors import ListRefused
from allocator.planning import plan_for
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
