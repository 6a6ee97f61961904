"""Random lists that change after the rosters are out, for hypothesis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from builders import a_delegation, groups_of
from draws import CATEGORIES, REGIONS, sessions
from hypothesis import assume
from hypothesis import strategies as st
from witness import Session

import allocator
from allocator.allocation import Allocation, Outcome
from allocator.delegation import DelegationId
from allocator.errors import NoAllocation
from allocator.workshop import Workshop

#: States of random lists; the regions are drawn.
STATES = ("Ghana", "Fiji", "Brazil", "France", "Japan")
#: Columns of a list with a row per delegate.
COLUMNS = ("delegation", "region", "registration", "email", "name", "gender")
#: What people are known by: sometimes by nothing.
KNOWN_BY = (("registration", "name"), ("email", "name"), ("name",), ("email",),
            ("registration", "email", "name"), ())  # fmt: skip
#: What becomes of somebody; most stay.
FATES = ("stays", "stays", "stays", "comes", "goes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Rosters, perhaps edited by hand, and the list that came after them."""

    before: Outcome
    new: Workshop


@st.composite
def head_counts(draw: st.DrawFn, *, most: int = 6, limited: bool = True) -> Changed:
    """Delegations that come, go, grow and shrink; now and then rooms are limited."""
    session = draw(sessions(most_groups=3))
    categories: Sequence[str] = draw(st.sampled_from((("",), CATEGORIES)))
    drafts = [
        a_delegation(
            f"D{number}",
            draw(st.integers(1, 5)),
            region=draw(st.sampled_from(REGIONS[:2])),
            category=draw(st.sampled_from(categories)),
            seating=draw(st.sampled_from(("", "", "", "spread", "whole"))),
        )
        for number in range(draw(st.integers(1, most)))
    ]
    fates = [draw(st.sampled_from(FATES)) for _ in drafts]
    assume("stays" in fates)
    old = [each for each, fate in zip(drafts, fates, strict=True) if fate != "comes"]
    new = [
        replace(each, head_count=draw(st.just(each.head_count) | st.integers(1, 5)))
        for each, fate in zip(drafts, fates, strict=True)
        if fate != "goes"
    ]
    if limited and draw(st.booleans()):
        share = max(1, sum(each.head_count for each in old) // session.k)
        limit = st.none() | st.integers(share, share + 3)
        session = replace(session, capacities=tuple(draw(limit) for _ in range(session.k)))
    before = _allocated(Workshop(delegations=tuple(old)), session)
    return Changed(before=draw(edited(before)), new=Workshop(delegations=tuple(new)))


@st.composite
def named(draw: st.DrawFn, *, most: int = 4) -> tuple[Changed, str]:
    """A row per delegate, known by this or that or by nothing, and the column that is balanced."""
    old, new = [], []
    number = 0
    for state in STATES[: draw(st.integers(1, most))]:
        region = draw(st.sampled_from(REGIONS[:2]))
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            fate, gender = draw(st.sampled_from(FATES)), draw(st.sampled_from(("", "f", "m")))
            then = draw(st.sampled_from(KNOWN_BY))
            now = draw(st.just(then) | st.sampled_from(KNOWN_BY))
            rows = [a_row_of(state, region, number, known, gender) for known in (then, now)]
            old += rows[:1] if fate != "comes" else []
            new += rows[1:] if fate != "goes" else []
    assume({row["delegation"] for row in old} & {row["delegation"] for row in new})
    workshops = [
        Workshop.from_frame(pd.DataFrame(rows, columns=COLUMNS))
        for rows in (old, draw(st.permutations(new)))
    ]
    countable = all("gender" in each.columns for each in workshops)
    column = draw(st.sampled_from(("", "gender"))) if countable else ""
    before = _allocated(workshops[0], draw(sessions(most_groups=3)), column)
    return Changed(before=draw(edited(before)), new=workshops[1]), column


def a_row_of(
    state: str, region: str, number: int, known: Sequence[str], gender: str = ""
) -> dict[str, str]:
    """A row of a list; of what people can be known by, it has what is ``known``."""
    texts = {
        "registration": f"R{number}",
        "email": f"{number}@example.org",
        "name": f"Delegate {number}",
    }
    return {
        "delegation": state,
        "region": region,
        "gender": gender,
        **{key: text for key, text in texts.items() if key in known},
    }


def _allocated(workshop: Workshop, session: Session, column: str = "") -> Outcome:
    """The rosters before; a list that has none is no example."""
    try:
        return allocator.allocate(
            workshop,
            groups_of(session.capacities or [None] * session.k),
            seating=session.seating,
            small=session.small,
            small_seating=session.small_seating,
            balance=[column] if column else [],
        )
    except NoAllocation:
        assume(False)
        raise


@st.composite
def edited(draw: st.DrawFn, before: Outcome, *, most: int = 2) -> Outcome:
    """The rosters after somebody moved a few people by hand, against any rule."""
    for _ in range(draw(st.integers(0, most))):
        each = draw(st.sampled_from(before.workshop.delegations))
        seats = before.allocation.seats[each.id]
        origin = draw(st.sampled_from([group for group, people in enumerate(seats) if people]))
        before = moved(before, each.id, origin, draw(st.integers(0, before.plan.k - 1)))
    return before


def moved(before: Outcome, delegation: DelegationId, origin: int, target: int) -> Outcome:
    """The rosters with one person of a delegation taken from a group to another by hand."""
    seats, places = dict(before.allocation.seats), dict(before.allocation.places)
    row = list(seats[delegation])
    row[origin] -= 1
    row[target] += 1
    seats[delegation] = tuple(row)
    for each in before.workshop.delegations:
        if each.id == delegation:
            there = [person.id for person in each.delegates if places[person.id] == origin]
            places |= dict.fromkeys(there[:1], target)
    return replace(before, allocation=Allocation(seats=seats, places=places))
