"""Outcomes for tests of words and workbooks: dealt in turn, measured by the audit, not searched."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from allocator.allocation import Allocation, Outcome, Score
from allocator.audit import measured
from allocator.delegation import DelegateId, Delegation, DelegationId
from allocator.enrolment.enrol import Entry, enrol
from allocator.findings import Place
from allocator.model.catalog import goals_for
from allocator.plan import Plan
from allocator.planning.appointments import appointments_of
from allocator.settings import Group, Settings
from allocator.workshop import Source, Workshop

#: When the workbooks of tests are written.
STAMP = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - a stamp without a zone is UTC

#: Delegations and people of a small meeting.
HEADS = {"France": 5, "Kenya": 1, "Côte d’Ivoire": 4, "Brazil": 2, "Åland Islands": 3, "Fiji": 1}


def a_head_count_list(heads: dict[str, int] | None = None, *, language: str = "en") -> Workshop:
    """A list of delegations with their people; the regions are those of the United Nations."""
    entries = [
        Entry(place=Place(row=number), delegation=name, delegates=people)
        for number, (name, people) in enumerate((heads or HEADS).items(), start=2)
    ]
    delegations, notices = enrol(entries)
    return Workshop(
        delegations=delegations,
        notices=notices,
        language=language,
        source=Source(file="list.xlsx", sha256="0" * 64),
    )


def a_named_list(*, language: str = "en") -> Workshop:
    """A list with a row per delegate; two of them look alike, and one name looks like a formula."""
    rows = [
        ("France", "Ms", "Zoé", "Ñandú", "z@example.org", "Minister"),
        ("Kenya", "Mr", "Ali", "=SUM(A1)", "", "Official"),
        ("France", "Mr", "Émile", "Abel", "e@example.org", "Official"),
        ("France", "Mr", "", "", "", "Official"),
        ("France", "Mr", "", "", "", "Official"),
        ("Brazil", "Ms", "Ana", "Souza", "", "Minister"),
    ]
    fields = ("title", "first_name", "last_name", "email", "Level")
    entries = [
        Entry(
            place=Place(row=number),
            delegation=row[0],
            traits={field: text for field, text in zip(fields, row[1:], strict=True) if text},
        )
        for number, row in enumerate(rows, start=2)
    ]
    delegations, notices = enrol(entries)
    return Workshop(delegations=delegations, notices=notices, language=language)


def an_outcome(
    workshop: Workshop | None = None,
    groups: int | Sequence[Group] = 2,
    *,
    settings: Settings | None = None,
    balance: Iterable[str] = (),
) -> Outcome:
    """The workshop dealt to the groups in turn; every goal is called proven at its value."""
    source = workshop or a_head_count_list()
    seated = replace(source, settings=settings or source.settings)
    named = groups if not isinstance(groups, int) else numbered(groups)
    goals = goals_for(seated, tuple(balance))
    plan = Plan(
        groups=tuple(named),
        goals=tuple(goal.name for goal in goals),
        small=len(named) - 1,
        balance=tuple(balance),
        appointments=appointments_of(named, seated),
    )
    allocation = dealt(seated.delegations, len(named), plan)
    values = measured(seated, plan, allocation)
    scores = [
        Score(name=goal.name, value=value, bound=value, limit=min(value, 1), unit=goal.unit)
        for goal, value in zip(goals, values, strict=True)
    ]
    return Outcome(workshop=seated, plan=plan, allocation=allocation, goals=tuple(scores))


def numbered(groups: int) -> tuple[Group, ...]:
    """Group 1, Group 2 ..."""
    return tuple(Group(name=f"Group {number}") for number in range(1, groups + 1))


def dealt(delegations: Iterable[Delegation], k: int, plan: Plan) -> Allocation:
    """Each delegation one by one to the groups in turn; a small one to a group as a whole."""
    seats: dict[DelegationId, tuple[int, ...]] = {}
    places: dict[DelegateId, int] = {}
    start = 0
    for delegation in delegations:
        whole = plan.sits_whole(delegation)
        hands = [(start if whole else start + n) % k for n in range(delegation.head_count)]
        start = (start + (1 if whole else delegation.head_count)) % k
        seats[delegation.id] = tuple(hands.count(index) for index in range(k))
        places.update(zip((each.id for each in delegation.delegates), hands, strict=False))
    return Allocation(seats=seats, places=places)
