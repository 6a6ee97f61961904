"""How many examples a property is tried with."""

from hypothesis import settings

#: The profile of a whole night, and the examples that it gives every property.
NIGHTLY, EXAMPLES_OF_A_NIGHT = "nightly", 20_000


def examples(number: int) -> settings:
    """So many examples of a property, whatever each costs; far more of them at night."""
    is_night = settings().max_examples == EXAMPLES_OF_A_NIGHT
    return settings(max_examples=EXAMPLES_OF_A_NIGHT if is_night else number, deadline=None)
