"""What all blocks of seat variables have in common."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from allocator.model.cohorts import Cohort
from allocator.model.counts import Form, added
from allocator.model.parts import Excess
from allocator.model.profiles import Profile

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: What one delegate of a profile counts.
Worth = Callable[[Profile], int]
#: Lowest and highest sum over the groups.
Range = tuple[int, int]


def one(_profile: Profile) -> int:
    """Every delegate counts once."""
    return 1


class Block:
    """The seat variables of one cohort, numbered from ``first``.

    ``rows``: profile -> the numbers of its variables, one per group; or ``patterns``: the ways to
    sit, of which each has a variable. ``used`` is how many variables the block has.
    """

    def __init__(self, cohort: Cohort, first: int, groups: int) -> None:
        """Number the variables."""
        self.cohort = cohort
        self.groups = groups
        self.rows: Mapping[Profile, tuple[int, ...]] = {}
        self.patterns: tuple[tuple[int, ...], ...] = ()
        self.used = 0
        self._first = first
        for profile in self._profiles():
            self.rows = {**self.rows, profile: self._numbered()}

    def _profiles(self) -> Iterator[Profile]:
        """The profiles that have a row."""
        return (profile for profile, count in self.cohort.kind.composition if count)

    def _numbered(self) -> tuple[int, ...]:
        """The numbers of new variables, one per group."""
        start = self._first + self.used
        self.used += self.groups
        return tuple(range(start, start + self.groups))

    @property
    def numbers(self) -> range:
        """The numbers of all its variables."""
        return range(self._first, self._first + self.used)

    @property
    def members(self) -> int:
        """How many delegations the cohort has."""
        return len(self.cohort.members)

    def row_total(self, profile: Profile) -> int:
        """What the variables of a row add up to, whoever sits where."""
        return self.members * dict(self.cohort.kind.composition)[profile]

    def most(self, profile: Profile) -> int:
        """The most that one variable of a row can be."""
        return self.row_total(profile)

    def closed(self, profile: Profile) -> Collection[int]:
        """The groups that rules close to a row."""
        return profile.closed

    def post(self, model: "cp_model.CpModel") -> "list[cp_model.IntVar]":
        """Create the variables in a model; every delegate gets one seat, in an open group."""
        variables: list[cp_model.IntVar] = []
        for profile, row in self.rows.items():
            total, closed = self.row_total(profile), self.closed(profile)
            new = [
                model.new_int_var(0, 0 if group in closed else total, f"seat{number}")
                for group, number in enumerate(row)
            ]
            model.add(sum(new) == total)
            variables += new
        return variables

    def taken(self, numbers: Sequence[int]) -> dict[Profile, tuple[int, ...]]:
        """Profile -> count per group, as a solution has it."""
        return {profile: tuple(numbers[v] for v in row) for profile, row in self.rows.items()}

    def sit(self, numbers: list[int], counts: Mapping[Profile, tuple[int, ...]]) -> None:
        """Add one delegation to the values of the variables: profile -> its people per group."""
        even = (sum(map(sum, counts.values())) - self.cohort.size) // self.groups
        for profile, row in self.rows.items():
            for number, people in zip(row, counts[profile], strict=True):
                numbers[number] += people - even

    def people(self, group: int, worth: Worth = one) -> Form:
        """The cohort's people in a group, each counted at the worth of the profile."""
        constant = self.cohort.even * worth(self.cohort.kind.composition[0][0])
        return Form(constant, tuple((row[group], worth(p)) for p, row in self.rows.items()))

    def people_total(self, worth: Worth) -> int:
        """``people`` summed over the groups."""
        composition = self.cohort.kind.composition
        seated = sum(count * worth(profile) for profile, count in composition)
        even = self.groups * self.cohort.even * worth(composition[0][0])
        return seated * self.members + even

    def delegations(self, group: int) -> Form:
        """The cohort's delegations with somebody in a group."""
        raise NotImplementedError

    def delegations_total(self) -> Range:
        """The least and the most that ``delegations`` come to, summed over the groups."""
        raise NotImplementedError

    def moves(self) -> Excess:
        """The people who had a seat and get one in another group.

        For each profile with old seats ``x`` and new seats ``y`` per group: ``stayers - sum(min(x,
        y))``, which is ``sum(max(0, x - y)) + stayers - sum(x)``. ``deal`` gives the members of a
        cohort equal parts up to one, so the cohort's sums have the same excess as its members.
        """
        plain: list[Form] = []
        above: list[Form] = []
        least = 0
        for (profile, _), (stayers, seats) in zip(
            self.cohort.kind.composition, self.cohort.kind.past, strict=False
        ):
            plain.append(Form(self.members * (stayers - sum(seats))))
            least += self.members * max(0, stayers - sum(seats))
            for group, had in enumerate(seats):
                if not had:
                    continue
                kept = ((self.rows[profile][group], -1),) if profile in self.rows else ()
                form = Form(self.members * had, kept)
                (plain if self.members * had >= self.most(profile) else above).append(form)
        highest = max((form.constant for form in above), default=0)
        return Excess((tuple(above),), highest, added(plain), least)

    def against(self) -> tuple[Excess, ...]:
        """The people who sit against the seating rule, where that is possible at all."""
        return ()
