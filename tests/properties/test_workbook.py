"""What the finished workbook says of any list, read without the program and counted again."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties.tables import FORMS, Form, Table, tables
from properties.test_repeatability import rosters
from properties.workbooks import cells, kinds, read
from rebalancing.renewals import seats, table
from witness import Row, Session, measure

from examples import examples

#: The settings of a run: groups, seating, and where small delegations sit.
ASKED = st.tuples(
    st.integers(2, 3), st.sampled_from(("spread", "whole")), st.sampled_from(("together", "apart"))
)


@examples(8)
@given(tables(), st.sampled_from(FORMS), ASKED)
def test_the_workbook_holds_the_list_and_the_numbers_that_a_recount_finds(
    tmp_path_factory: pytest.TempPathFactory, listed: Table, form: Form, asked: tuple[int, str, str]
) -> None:
    """P1 - P4, P6: everybody once, nobody else, no rule broken, every value as it is counted."""
    k, seating, small_seating = asked
    path = rosters(
        listed, form, tmp_path_factory.mktemp("any"), "-g", str(k),
        "--seating", seating, "--small-seating", small_seating,
    )  # fmt: skip
    groups = [f"Group {number}" for number in range(1, k + 1)]
    seated = {(read(name), group): n for (name, group), n in seats(path, groups).items()}
    values, broken = measure(
        rows_of(listed),
        Session(k=k, seating=seating, small_seating=small_seating),
        groups,
        [{"delegation": name, "group": group, "delegates": people}
         for (name, group), people in seated.items()],
    )  # fmt: skip
    people: Counter[object] = Counter()
    for (name, _), number in seated.items():
        people[name] += number

    assert people_of(listed) == people
    assert [] == broken
    assert values == {row["Name in the program"]: row["Value"] for row in goals(path)}
    assert values == {row["Name in the program"]: row["Best possible"] for row in goals(path)}


@examples(8)
@given(tables(), st.sampled_from(FORMS))
def test_no_cell_is_a_formula_and_names_stay_letter_by_letter(
    tmp_path_factory: pytest.TempPathFactory, listed: Table, form: Form
) -> None:
    """P36, P2: on the sheets of the groups, in the list and in the settings that are read back."""
    path = rosters(listed, form, tmp_path_factory.mktemp("cells"), "-g", "2")
    names = people_of(listed).keys()
    sheets = cells(path)
    told = {value for name in ("Group 1", "Group 2") for row in sheets[name] for value in row}

    assert kinds(path) <= {"s", "n"}
    assert names <= told
    assert names <= {row[0] for row in sheets["Delegations"]}


def goals(path: Path) -> list[dict[str, object]]:
    """The goals of the Record."""
    return table(path, "Record", "Name in the program", "Value", "Best possible")


def rows_of(listed: Table) -> list[Row]:
    """The list as the witness reads it."""
    return [
        Row(delegation=str(name), delegates=int(people), region=str(region), category="".join(more))  # type: ignore[arg-type] # categories are texts
        for name, people, region, *more in listed.rows
    ]


def people_of(listed: Table) -> Counter[object]:
    """Delegation -> its people on the list."""
    return Counter({row.delegation: row.delegates for row in rows_of(listed)})
