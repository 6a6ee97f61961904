"""Chairs and rapporteurs: the solver against everybody in every office in every seating."""

from dataclasses import replace

import pytest
from builders import a_workshop
from hypothesis import assume, given
from hypothesis import strategies as st
from staffed import SAID, a_named_workshop, a_staffed_plan, best_by_hand, is_possible

import allocator
from allocator import audit
from allocator.allocation import Outcome
from allocator.errors import NoAllocation
from allocator.workshop import Workshop
from examples import examples

some = examples(60)
roles = st.sampled_from(list(SAID))
regions = st.sampled_from("XYZ")


@st.composite
def staffed_people(draw: st.DrawFn) -> Workshop:
    """Up to five named people in up to four delegations, each with a role or none."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    while sum(sizes) > 5:
        sizes.pop()
    return a_named_workshop(*((draw(regions), [draw(roles) for _ in range(n)]) for n in sizes))


@st.composite
def staffed_heads(draw: st.DrawFn) -> Workshop:
    """Up to four delegations of up to three people, each with a role or none."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    return a_workshop(
        *sizes,
        regions=[draw(regions) for _ in sizes],
        roles=[draw(roles) for _ in sizes],
    )


def found(workshop: Workshop, k: int) -> Outcome:
    """The outcome with the officers first."""
    first = ("officers", "officers.regions") if a_staffed_plan(workshop, k).sought else ()
    return allocator.allocate(workshop, groups=k, priority=first)


@some
@given(staffed_people() | staffed_heads(), st.integers(1, 3))
def test_no_officers_are_better_than_those_returned(workshop: Workshop, k: int) -> None:
    """Vacant offices and regions are those of brute force; what it cannot do is refused."""
    best = best_by_hand(workshop, k)
    if best is None:
        with pytest.raises(NoAllocation):
            found(workshop, k)
        return

    outcome = found(workshop, k)

    values = {score.name: score.value for score in outcome.goals}
    assert best == (values.get("officers", 0), values.get("officers.regions", 0))
    assert "optimal" == outcome.status
    assert all(score.limit <= score.bound == score.value for score in outcome.goals)


@some
@given(staffed_people() | staffed_heads(), st.integers(1, 3), st.data())
def test_the_model_has_what_the_audit_accepts(
    workshop: Workshop, k: int, data: st.DataObject
) -> None:
    """Officers anywhere at random: where the audit finds nothing wrong, the model is content."""
    try:
        outcome = found(workshop, k)
    except NoAllocation:
        assume(False)
        raise
    assume(outcome.plan.slots)
    known = [
        who
        for each in workshop.delegations
        for who in ([str(person.id) for person in each.delegates] or [str(each.id)])
    ]
    drawn = st.lists(st.sampled_from(["", *known]), min_size=k, max_size=k).map(tuple)
    officers = {office: data.draw(drawn) for office in ("chair", "rapporteur")}
    allocation = replace(outcome.allocation, officers=officers)
    breaches = audit.violations(workshop, outcome.plan, allocation)

    assert breaches or is_possible(workshop, outcome.plan, allocation)


@some
@given(staffed_people() | staffed_heads(), st.integers(1, 3), st.integers(0, 9))
def test_a_seed_repeats_its_officers(workshop: Workshop, k: int, seed: int) -> None:
    """The same list and seed give the same officers, whatever the order of the list."""
    backwards = replace(workshop, delegations=tuple(reversed(workshop.delegations)))
    try:
        outcome = allocator.allocate(workshop, groups=k, seed=seed)
    except NoAllocation:
        with pytest.raises(NoAllocation):
            allocator.allocate(backwards, groups=k, seed=seed)
        return

    again = allocator.allocate(backwards, groups=k, seed=seed)

    assert outcome.allocation.officers == again.allocation.officers
