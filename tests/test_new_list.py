"""What is told of a new list before it takes the place of that of published rosters."""

from dataclasses import replace

import pytest
from outcomes import an_outcome
from rebalancing.versions import people, person, told

from allocator.pairing import enlarged
from allocator.settings import Seating
from allocator.succession.new_list import about_list, seated_as_before
from allocator.workshop import Workshop

FULL = people(
    person("Kenya", "Ann Ray", language="en", role="chair"),
    person("Peru", "Eva Paz", language="es"),
)
BARE = people(person("Kenya", "Ann Ray"), person("Peru", "Eva Paz"))


def seated_whole(workshop: Workshop) -> Workshop:
    """The list, its first delegation to sit whole."""
    first, *others = workshop.delegations
    return replace(workshop, delegations=(replace(first, seating=Seating.WHOLE), *others))


@pytest.mark.parametrize(
    ("now", "option"),
    [
        (BARE, "--column language=LETTER --column role=LETTER"),
        (people(person("Peru", "Eva Paz", language="es")), "--column role=LETTER"),
    ],
)
def test_columns_that_decided_and_are_gone_are_told(now: Workshop, option: str) -> None:
    """With the option that names them; nobody would see it in the groups."""
    (message,) = told(tuple(about_list(an_outcome(FULL), now, late=False)), "N-LACKS")
    assert message.endswith(f"say which column it is: {option}.")


def test_a_list_without_seating_leaves_it_as_it_was() -> None:
    """Kenya sits whole tomorrow too, and it is told; a list that says so of anybody decides."""
    before = seated_whole(FULL)
    kept = seated_as_before(before, BARE)
    spread = replace(BARE.delegations[1], seating=Seating.SPREAD)
    decided = replace(BARE, delegations=(BARE.delegations[0], spread))

    assert [Seating.WHOLE, None] == [each.seating for each in kept.delegations]
    assert ["1 (Kenya)."] == [each[-10:] for each in told(kept.notices, "N-LACKS")]
    assert decided == seated_as_before(before, decided)
    assert BARE == seated_as_before(FULL, BARE)


def test_a_late_list_and_one_with_the_same_columns_lack_nothing() -> None:
    """Those who had a seat keep what the rosters say of them."""
    before = an_outcome(FULL)

    assert () == tuple(about_list(before, BARE, late=True))
    assert () == tuple(about_list(before, FULL, late=False))


@pytest.mark.parametrize(("there", "asked"), [(5, 0), (10, 1), (20, 1)])
def test_a_late_list_that_is_the_whole_list_is_asked_about(there: int, asked: int) -> None:
    """Half of everybody, and ten people at least: those who withdrew would keep their seats."""
    everybody = [person("Kenya", f"Ann {number}") for number in range(20)]
    late = people(*everybody[:there], person("Peru", "Eva Paz"))

    messages = told(enlarged(people(*everybody), late).notices, "N-THERE")
    assert asked == sum("looks like the whole new list" in each for each in messages)
