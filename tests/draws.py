"""Random workshops and sessions for hypothesis."""

from collections.abc import Sequence

from builders import a_workshop
from hypothesis import strategies as st
from witness import Row, Session, ways

from allocator.workshop import Workshop

#: Labels; a list need not have categories at all.
REGIONS, CATEGORIES = ("North", "South", "West"), ("State", "NGO")


@st.composite
def workshops(draw: st.DrawFn, *, most: int, largest: int) -> Workshop:
    """Up to ``most`` delegations of up to ``largest`` people, some with a seating of their own."""
    heads = draw(st.lists(st.integers(1, largest), min_size=1, max_size=most))
    categories: Sequence[str] = draw(st.sampled_from(((), CATEGORIES)))
    return a_workshop(
        *heads,
        regions=[draw(st.sampled_from(REGIONS)) for _ in heads],
        categories=[draw(st.sampled_from(categories)) for _ in heads if categories],
        seatings=[draw(st.sampled_from(("", "", "", "spread", "whole"))) for _ in heads],
    )


@st.composite
def sessions(draw: st.DrawFn, *, most_groups: int = 4) -> Session:
    """Two groups or more, any seating, every size of small, no capacities."""
    k = draw(st.integers(2, most_groups))
    return Session(
        k=k,
        seating=draw(st.sampled_from(("spread", "whole"))),
        small=draw(st.sampled_from((k - 1, 1, k + 1))),
        small_seating=draw(st.sampled_from(("together", "apart"))),
    )


def capacities(k: int, people: int) -> st.SearchStrategy[tuple[int | None, ...]]:
    """Limits around an even share, so that some fit, some are unequal and some are too tight."""
    share = people // k
    limit = st.none() | st.integers(max(1, share - 2), share + 3)
    return st.lists(limit, min_size=k, max_size=k).map(tuple)


@st.composite
def planted(draw: st.DrawFn, rows: Sequence[Row], session: Session) -> list[dict[str, object]]:
    """The records of any roster that keeps the seating rules."""
    return [
        {"delegation": row.delegation, "group": f"Group {group}", "delegates": people}
        for row in rows
        for group, people in enumerate(draw(st.sampled_from(ways(row, session))), start=1)
        if people
    ]
