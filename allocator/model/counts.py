"""Counts per group as linear forms: written for the solver, and evaluated without it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A linear form over the seat variables: ``constant + sum(weight * variable[index])``."""

    constant: int = 0
    terms: tuple[tuple[int, int], ...] = ()

    def __add__(self, other: "Form") -> "Form":
        return Form(self.constant + other.constant, self.terms + other.terms)

    def times(self, factor: int) -> "Form":
        """The form with every weight and the constant multiplied."""
        return Form(
            self.constant * factor, tuple((index, weight * factor) for index, weight in self.terms)
        )

    def value(self, numbers: Sequence[int]) -> int:
        """What the form comes to when the seat variables have these numbers."""
        return self.constant + sum(weight * numbers[index] for index, weight in self.terms)


def added(forms: Sequence[Form]) -> Form:
    """The sum of forms; an empty sum is 0."""
    terms = tuple(term for form in forms for term in form.terms)
    return Form(sum(form.constant for form in forms), terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """One thing counted in every group, in plan order, and its sum over the groups.

    The sum lies between ``least`` and ``most``, bounds included. As a rule the two are equal: it
    does not depend on who sits where, and is what arithmetic knows before any search.
    """

    forms: tuple[Form, ...]
    least: int
    most: int

    @property
    def limit(self) -> int:
        """The smallest spread that arithmetic allows: 0 when the sum can divide evenly, else 1."""
        k = len(self.forms)
        return int(self.most // k * k < self.least)

    @property
    def is_fixed(self) -> bool:
        """Whether the sum is the same whoever sits where."""
        return self.least == self.most

    @property
    def ceiling(self) -> int:
        """The largest count is at least this."""
        return -(-self.least // len(self.forms))

    @property
    def floor(self) -> int:
        """The smallest count is at most this."""
        return self.most // len(self.forms)

    @property
    def lowest(self) -> int:
        """No group counts less than this: no weight and no variable is negative."""
        return min(form.constant for form in self.forms)

    @property
    def highest(self) -> int:
        """No group counts more than this: the others have at least their constants."""
        constants = [form.constant for form in self.forms]
        return max(self.most - sum(constants) + constant for constant in constants)

    def spread(self, numbers: Sequence[int]) -> int:
        """The largest count less the smallest, for these numbers of the seat variables."""
        values = [form.value(numbers) for form in self.forms]
        return max(values) - min(values)
