"""The seats: the only owner of the variables that say who sits where."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.model.cohorts import Cohort, Profile
from allocator.model.counts import Counts, Form, added

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: Which cohorts a count takes in.
Where = Callable[[Cohort], bool]
#: What one delegate of a profile counts.
Worth = Callable[[Profile], int]


def everyone(_cohort: Cohort) -> bool:
    """Every cohort."""
    return True


def one(_profile: Profile) -> int:
    """Every delegate counts once."""
    return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The seat variables of one cohort.

    ``rows``: profile -> the numbers of its variables, one per group. In a cohort that is spread, a
    variable counts the delegates of the profile beyond the even part. In a cohort that sits whole,
    there is one row, under ``()``, and its variables count delegations.
    """

    cohort: Cohort
    rows: Mapping[Profile, tuple[int, ...]]

    def row_total(self, profile: Profile) -> int:
        """What the variables of a row add up to, whoever sits where."""
        members = len(self.cohort.members)
        if self.cohort.kind.whole:
            return members
        return members * dict(self.cohort.kind.composition)[profile]

    def taken(self, numbers: Sequence[int]) -> dict[Profile, tuple[int, ...]]:
        """Profile -> count per group, as a solution has it."""
        return {profile: tuple(numbers[v] for v in row) for profile, row in self.rows.items()}

    def people(self, group: int, worth: Worth) -> Form:
        """The cohort's people in a group, each counted at the worth of the profile."""
        composition = self.cohort.kind.composition
        if self.cohort.kind.whole:
            weight = sum(count * worth(profile) for profile, count in composition)
            return Form(0, ((self.rows[()][group], weight),))
        constant = self.cohort.even * worth(composition[0][0])
        return Form(constant, tuple((row[group], worth(p)) for p, row in self.rows.items()))

    def delegations(self, group: int) -> Form:
        """The cohort's delegations with somebody in a group."""
        if self.cohort.kind.heard_everywhere:
            return Form(len(self.cohort.members))
        return Form(0, tuple((row[group], 1) for row in self.rows.values()))

    def people_total(self, worth: Worth, groups: int) -> int:
        """``people`` summed over the groups."""
        composition = self.cohort.kind.composition
        seated = sum(count * worth(profile) for profile, count in composition)
        return seated * len(self.cohort.members) + groups * self.cohort.even * worth(
            composition[0][0]
        )

    def delegations_total(self, groups: int) -> int:
        """``delegations`` summed over the groups."""
        kind, members = self.cohort.kind, len(self.cohort.members)
        if kind.heard_everywhere:
            return members * groups
        return members if kind.whole else members * self.cohort.size


class Seats:
    """Integer counts per cohort, profile and group: never one variable per person."""

    def __init__(self, cohorts: Iterable[Cohort], groups: int) -> None:
        """Number the variables; a model gets them with ``post``."""
        self.groups = groups
        blocks, used = [], 0
        for cohort in cohorts:
            rows = {}
            for profile in _profiles(cohort):
                rows[profile] = tuple(range(used, used + groups))
                used += groups
            blocks.append(Block(cohort=cohort, rows=rows))
        self.blocks = tuple(blocks)

    def post(self, model: "cp_model.CpModel") -> "list[cp_model.IntVar]":
        """Create the variables in a model; every delegate gets exactly one seat."""
        variables: list[cp_model.IntVar] = []
        for block in self.blocks:
            for profile, row in block.rows.items():
                total = block.row_total(profile)
                new = [model.new_int_var(0, total, f"seat{number}") for number in row]
                model.add(sum(new) == total)
                variables += new
        return variables

    def people(self, where: Where = everyone, worth: Worth = one) -> Counts:
        """The people of some cohorts per group, each counted at the worth of the profile."""
        blocks = [block for block in self.blocks if where(block.cohort)]
        return Counts(
            forms=tuple(
                added([block.people(group, worth) for block in blocks])
                for group in range(self.groups)
            ),
            total=sum(block.people_total(worth, self.groups) for block in blocks),
        )

    def delegations(self, where: Where = everyone) -> Counts:
        """The delegations of some cohorts that are present per group."""
        blocks = [block for block in self.blocks if where(block.cohort)]
        return Counts(
            forms=tuple(
                added([block.delegations(group) for block in blocks])
                for group in range(self.groups)
            ),
            total=sum(block.delegations_total(self.groups) for block in blocks),
        )


def _profiles(cohort: Cohort) -> tuple[Profile, ...]:
    if cohort.kind.whole:
        return ((),)
    return tuple(profile for profile, count in cohort.kind.composition if count)
