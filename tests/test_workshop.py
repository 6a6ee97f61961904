"""Workshops made of data frames, and what a workshop may not be."""

import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.errors import ListRefused
from allocator.workshop import Workshop, entries_of


def test_a_frame_of_head_counts() -> None:
    """Numbers, missing values and further columns."""
    frame = pd.DataFrame(
        {
            "delegation": ["Kenya", "NA", "Peru"],
            "delegates": [3, 2, 1],
            "region": ["East", None, float("nan")],
            "level": ["high", pd.NA, None],
        }
    )

    workshop = Workshop.from_frame(frame)

    assert [(each.name, each.head_count) for each in workshop.delegations] == [
        ("Kenya", 3),
        ("NA", 2),
        ("Peru", 1),
    ]
    assert [each.region for each in workshop.delegations] == ["East", "No regional group", "GRULAC"]
    assert [dict(each.traits) for each in workshop.delegations] == [{"level": "high"}, {}, {}]
    assert workshop.head_count == 6
    assert not workshop.names_delegates


def test_a_frame_of_delegates() -> None:
    """Without ``delegates`` each row is one delegate."""
    frame = pd.DataFrame({"delegation": ["Kenya", "Peru", "Kenya"], "name": ["Ana", "Bo", "Cy"]})

    workshop = Workshop.from_frame(frame)

    assert workshop.names_delegates
    assert [[person.name for person in each.delegates] for each in workshop.delegations] == [
        ["Ana", "Cy"],
        ["Bo"],
    ]


def test_problems_of_a_frame_are_told_by_row() -> None:
    """The first data row is row 1."""
    frame = pd.DataFrame({"delegation": ["Kenya", "Chad", "Kenya"], "delegates": [0, None, 2]})

    with pytest.raises(ListRefused) as raised:
        Workshop.from_frame(frame)

    assert [(each.code, each.place.row) for each in raised.value.findings] == [
        ("E-COUNT", 1),
        ("E-COUNT", 2),
        ("E-DUP", 3),
    ]


@pytest.mark.parametrize(
    "columns", [["country", "delegates"], ["delegation", "delegates", "delegates"]]
)
def test_a_frame_needs_its_columns_once(columns: list[str]) -> None:
    """The column of delegations must be there, and no name twice."""
    frame = pd.DataFrame([["Kenya", 1, 2][: len(columns)]], columns=columns)

    with pytest.raises(ListRefused) as raised:
        Workshop.from_frame(frame)

    assert [each.code for each in raised.value.findings] == ["E-HEADER"]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=8))
def test_nobody_is_lost_between_frame_and_workshop(counts: list[int]) -> None:
    """Every row is a delegation with its head-count, in the order of the frame."""
    frame = pd.DataFrame(
        {"delegation": [f"Body {n}" for n in range(len(counts))], "delegates": counts}
    )

    workshop = Workshop.from_frame(frame)

    assert [each.head_count for each in workshop.delegations] == counts
    assert len(list(entries_of(frame))) == len(counts)


def test_a_large_frame_takes_seconds() -> None:
    """20,000 delegations in well under a second, as 200,000 must take less than 4 s."""
    rows = range(20_000)
    frame = pd.DataFrame(
        {
            "delegation": [f"Delegation {row}" for row in rows],
            "delegates": [1 + row % 9 for row in rows],
            "region": [f"Region {row % 7}" for row in rows],
            "category": ["Member" if row % 3 else "Observer" for row in rows],
        }
    )

    start = time.process_time()
    workshop = Workshop.from_frame(frame)

    assert time.process_time() - start < 2
    assert len(workshop.delegations) == 20_000


def test_an_identity_stands_once() -> None:
    """Two delegations of one identity are a defect of the program."""
    kenya = Delegation(id=DelegationId("KEN"), name="Kenya", head_count=1)

    with pytest.raises(ValueError, match="same identity"):
        Workshop(delegations=(kenya, kenya))


def test_all_delegations_name_their_delegates_or_none_does() -> None:
    """A mixture is a defect of the program."""
    kenya = Delegation(id=DelegationId("KEN"), name="Kenya", head_count=1)
    chad = Delegation(
        id=DelegationId("TCD"),
        name="Chad",
        head_count=1,
        delegates=(Delegate(id=DelegateId("1")),),
    )

    with pytest.raises(ValueError, match="some do not"):
        Workshop(delegations=(kenya, chad))
