"""The real lists with twenty rules that a known roster keeps: never refused, never worse."""

import pytest
from agreed import values
from planted_rules import planted
from real_lists import real_list
from ruled_events import roster_of, solved
from witness_rules import broken
from witness_rules_optimum import optimum

import allocator

LISTS = ("01", "03", "04", "05", "07", "08")
RULES = 20


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("number", LISTS)
def test_a_known_roster_is_never_missed_nor_better(number: str, groups: int) -> None:
    """Rules drawn from a random roster leave one at least as good; the witness finds no better."""
    known = planted(allocator.read_list(real_list(number)), groups, RULES, seed=1)
    outcome, proof = solved(known.workshop, known.event), optimum(known.event)

    assert RULES == len(outcome.plan.rules)
    assert "optimal" == outcome.status
    assert [] == broken(known.event, roster_of(outcome))
    assert list(values(outcome).values()) <= list(known.values.values())
    assert proof.complete
    assert proof.values == values(outcome)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 22))
@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("number", LISTS)
def test_a_known_roster_is_never_missed_nor_better_in_long(
    number: str, groups: int, seed: int
) -> None:
    """Twenty more rosters of each list."""
    known = planted(allocator.read_list(real_list(number)), groups, RULES, seed=seed)
    outcome = solved(known.workshop, known.event)

    assert "optimal" == outcome.status
    assert [] == broken(known.event, roster_of(outcome))
    assert list(values(outcome).values()) <= list(known.values.values())
