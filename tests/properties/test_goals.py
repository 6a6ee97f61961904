"""What a list or the work put in may change of the goals, and what it may not."""

from dataclasses import replace

from agreed import allocated, values
from builders import a_plan, a_workshop
from draws import sessions, workshops
from events import with_traits
from hypothesis import given
from hypothesis import strategies as st
from witness import Session

import allocator
from allocator.delegation import DelegationId
from allocator.model.problem import Problem
from allocator.solve.search import Question, Search
from allocator.workshop import Workshop
from examples import examples

any_workshop = workshops(most=12, largest=8)
#: The solver's own measure of work: the first finds some roster of the hard list, and no proof.
EFFORTS = (0.02, 0.1, 0.5)


@examples(20)
@given(any_workshop, st.data(), st.integers(2, 50))
def test_a_column_of_numbers_times_k_has_k_times_the_value(
    workshop: Workshop, data: st.DataObject, factor: int
) -> None:
    """P12: goals have an order and no weights; a column of numbers weighs people, and scales."""
    numbers = [data.draw(st.integers(0, 9)) for _ in workshop.delegations]
    once, often = (
        allocator.allocate(
            with_traits(workshop, "years", [str(each * number) for number in numbers]),
            groups=2,
            balance=["years"],
        )
        for each in (1, factor)
    )

    assert (once.status, often.status) == ("optimal", "optimal")
    assert {**values(once), "years.delegates": factor * values(once)["years.delegates"]} == values(
        often
    )


@examples(20)
@given(any_workshop, sessions(), st.integers(1, 3))
def test_as_many_people_more_in_every_group_change_no_value(
    workshop: Workshop, session: Session, people: int
) -> None:
    """P16: a large delegation that the groups share evenly weighs nothing in any goal."""
    session = replace(session, seating="spread", small=0)
    guest = replace(
        workshop.delegations[0],
        id=DelegationId("guest"),
        name="Guest",
        head_count=people * session.k,
        seating=None,
    )
    more = Workshop(delegations=(*workshop.delegations, guest))

    assert values(allocated(workshop, session)) == values(allocated(more, session))


@examples(20)
@given(any_workshop, sessions(), st.integers(1, 8))
def test_a_late_delegation_changes_the_sizes_by_no_more_than_itself(
    workshop: Workshop, session: Session, people: int
) -> None:
    """P16: 3 + 2 and one more may become 3 + 3 or worse; by its own share at most."""
    guest = replace(
        workshop.delegations[0], id=DelegationId("guest"), name="Guest", head_count=people
    )
    more = Workshop(delegations=(*workshop.delegations, guest))
    before, after = (allocated(each, session) for each in (workshop, more))
    seats = after.seats_of(guest)

    assert abs(values(after)["size"] - values(before)["size"]) <= max(seats) - min(seats)


def test_more_work_of_one_worker_is_never_worse() -> None:
    """P15: the value of a goal of a hard list, found with ever more work of the solver."""
    heads = [1 + (7 * number * number) % 11 for number in range(60)]
    workshop = a_workshop(*heads, regions="ABCDEFG", seatings=["whole", ""])
    problem = Problem(workshop, a_plan(5))
    found = []
    for effort in EFFORTS:
        model = problem.model()
        model.minimise(problem.aims[-1])
        question = Question(goal="any", seconds=60, effort=effort)
        found.append(Search(problem.plan).solve(model, question).value)

    assert found == sorted(found, reverse=True)
