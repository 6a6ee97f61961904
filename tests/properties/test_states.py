"""A secretariat and its files in any order of steps: what always holds of the workbook.

Lists and rosters are files here, and every number is counted from the sheets. That as few people
move as can be is proven for the same steps in ``tests/test_rebalance_states.py``.
"""

import shutil
import tempfile
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from properties import office
from properties.holding import (
    people_of,
    require_everybody_once,
    require_nothing_to_do,
    require_pins_kept,
    require_settled,
    require_told_changes,
    require_true_numbers,
)
from properties.tables import FORMS, Form

import allocator
from allocator.allocation import Outcome
from allocator.by_hand import HandMove, Reference, broken, moved
from allocator.errors import Interrupted, NoAllocation, TimeIsUp
from allocator.file_errors import CannotWrite
from allocator.rosters import contradictions
from allocator.settings import RuleRow
from allocator.solve import Progress
from examples import examples

NAMES = ("Ghana", "Fiji", "Brazil", "=Nile Basin", "Ligue “é”", "ISSEI")
MOST_PEOPLE = 4
names, forms, picks = st.sampled_from(NAMES), st.sampled_from(FORMS), st.integers(0, 99)


class Secretariat(RuleBasedStateMachine):
    """A list that changes, and the workbook of its rosters."""

    def __init__(self) -> None:
        """An empty folder."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.rosters = self.folder / "rosters.xlsx"
        self.people: dict[str, int] = {}
        self.published: dict[str, int] = {}
        self.edited = self.bent = False
        self.looked_at = b""

    def teardown(self) -> None:
        """Nothing is left behind."""
        shutil.rmtree(self.folder)

    @initialize(heads=st.lists(st.integers(1, MOST_PEOPLE), min_size=3, max_size=5), form=forms)
    def upload(self, heads: list[int], form: Form) -> None:
        """The first list, and its rosters."""
        self.people = dict(zip(NAMES, heads, strict=False))
        self.publish(allocator.allocate(self.read(form), groups=2))

    @rule(name=names, number=st.integers(1, MOST_PEOPLE))
    def edit(self, name: str, number: int) -> None:
        """A delegation registers, grows or shrinks on the list."""
        self.people[name] = number

    @precondition(lambda self: len(self.people) > 2)
    @rule(pick=picks)
    def drop(self, pick: int) -> None:
        """A delegation withdraws, unless nobody would be left who had a seat."""
        name = picked(self.people, pick)
        if self.published.keys() & (self.people.keys() - {name}):
            del self.people[name]

    @rule(pick=picks)
    def rename(self, pick: int) -> None:
        """An organization gets another name: for the rosters it leaves, and another one joins."""
        name = picked(self.people, pick)
        if self.published.keys() & (self.people.keys() - {name}):
            self.people[f"{name[:20]} II"] = self.people.pop(name)

    @rule(pick=picks, number=picks)
    def rename_a_group(self, pick: int, number: int) -> None:
        """On its tab, in the table of groups and in the rules."""
        old = picked(office.groups_in(self.rosters), pick)
        self.in_excel(lambda book: office.rename_group(book, old, f"Salle {number:02} é"))

    @rule(form=forms)
    def allocate(self, form: Form) -> None:
        """All anew, with the pins that there are of people who still come."""
        groups = allocator.read_rosters(self.rosters).plan.groups
        pins = office.pins_in(self.rosters).items()
        rules = tuple(
            RuleRow(kind="in", who=name, other=group) for name, group in pins if name in self.people
        )
        workshop = self.read(form)
        workshop = replace(workshop, settings=replace(workshop.settings, rules=rules or None))
        try:
            self.publish(allocator.allocate(workshop, groups))
        except NoAllocation:
            assert rules

    @rule(pick=picks)
    def pin(self, pick: int) -> None:
        """A delegation that sits in one group is bound to it, on the sheet Rules."""
        at = {name: group for (name, group), people in office.seated(self.rosters).items()
              if people == self.published[name] == 1}  # fmt: skip
        free = at.keys() - office.pins_in(self.rosters).keys()
        if free:
            name = picked(free, pick)
            self.in_excel(lambda book: office.write_pin(book, name, at[name]))

    @rule(pick=picks)
    def move_in_excel(self, pick: int) -> None:
        """A person is taken off one roster and written on another."""
        name, origin, target = self.a_move(pick)
        if name:
            self.in_excel(lambda book: office.carry(book, name, origin, target))

    @rule(pick=picks)
    def move_on_the_board(self, pick: int) -> None:
        """The same on the page, which counts every goal anew."""
        name, origin, target = self.a_move(pick)
        if name:
            before = allocator.read_rosters(self.rosters)
            groups = [group.name for group in before.plan.groups]
            (who,) = (each.id for each in before.workshop.delegations if each.name == name)
            step = HandMove(delegation=who, origin=groups.index(origin),
                            target=groups.index(target))  # fmt: skip
            after, reference = (
                moved(before, [step], Reference(found=before)),
                Reference(found=before),
            )
            self.publish(after, self.published)
            self.bent = bool(broken(after, reference))

    @rule(name=names, number=st.integers(1, 2), form=forms)
    def add_late(self, name: str, number: int, form: Form) -> None:
        """A late list: people more of a delegation, or a new one."""
        late = allocator.read_list(office.a_file(self.folder, form, {name: number}))
        after = Counter(self.published) + Counter({name: number})
        self.renew(late, dict(after), late=True)

    @rule(form=forms, tolerance=st.integers(0, 2), max_moves=st.none() | st.integers(0, 3))
    def rebalance(self, form: Form, tolerance: int, max_moves: int | None) -> None:
        """The whole list as it is now."""
        self.renew(self.read(form), dict(self.people), tolerance=tolerance, max_moves=max_moves)

    @rule(form=forms, seconds=st.sampled_from((1e-9, 60.0)))
    def cancel(self, form: Form, seconds: float) -> None:
        """Somebody presses Stop at once, or there is no time: rosters, or none and no harm."""
        workshop, rosters = self.read(form), allocator.read_rosters(self.rosters)
        before = office.contents(self.folder)
        try:
            found = allocator.rebalance(rosters, workshop, time_limit=seconds, watch=stop)
        except (Interrupted, TimeIsUp, NoAllocation):
            assert before == office.contents(self.folder)
        else:
            self.publish(found)

    @rule(call=st.sampled_from(office.CALLS))
    def crash(self, call: str) -> None:
        """The disk gives up while rosters are written: the old ones are there, and nothing else."""
        outcome, before = allocator.read_rosters(self.rosters), office.contents(self.folder)
        with office.crashing(call), pytest.raises(CannotWrite):
            allocator.write_rosters(outcome, self.rosters)

        assert before == office.contents(self.folder)

    @invariant()
    def everything_holds(self) -> None:
        """P1 - P4, P21: looked at whenever there is another workbook."""
        if self.published and self.looked_at != self.rosters.read_bytes():
            require_everybody_once(self.rosters, self.published)
            require_pins_kept(self.rosters, self.published)
            if not self.edited:
                require_true_numbers(self.rosters, self.published)
                assert self.bent or not contradictions(self.rosters)
            require_nothing_to_do(self.rosters)
            self.looked_at = self.rosters.read_bytes()

    def read(self, form: Form) -> allocator.Workshop:
        """The list as it is now, sent in some form."""
        return allocator.read_list(office.a_file(self.folder, form, self.people))

    def publish(self, outcome: Outcome, people: dict[str, int] | None = None) -> None:
        """The workbook of an outcome takes the place of the one before."""
        allocator.write_rosters(outcome, self.rosters)
        self.published = dict(people or self.people)
        self.edited = self.bent = False

    def in_excel(self, change: office.Change) -> None:
        """Somebody opens the workbook, changes it and saves it."""
        book = openpyxl.load_workbook(self.rosters)
        change(book)
        book.save(self.rosters)
        self.edited = True

    def a_move(self, pick: int) -> tuple[str, str, str]:
        """A delegation that is bound to no group, a group of its, and another one; or nothing."""
        pins, groups = office.pins_in(self.rosters), office.groups_in(self.rosters)
        free = [each for each in sorted(office.seated(self.rosters)) if each[0] not in pins]
        if not free:
            return "", "", ""
        name, origin = free[pick % len(free)]
        return name, origin, next(group for group in groups if group != origin)

    def renew(self, new: allocator.Workshop, people: dict[str, int], **choice: int | None) -> None:
        """P22 - P24: the next version; who moves, comes and goes is what the two workbooks tell."""
        before, had = allocator.read_rosters(self.rosters), office.seated(self.rosters)
        try:
            after = allocator.rebalance(before, new, **choice)  # type: ignore[arg-type] # its options
        except NoAllocation:
            # Without pins, everybody can stay, and there is room for all.
            assert office.pins_in(self.rosters)
            return
        old = self.published
        self.publish(after, people)
        require_told_changes(after, had, office.seated(self.rosters))

        assert Counter(people) - Counter(old) == people_of(after, "joined")
        assert Counter(old) - Counter(people) == people_of(after, "left")
        if choice.get("max_moves") is None:
            require_settled(after, choice.get("tolerance"))


def picked(among: Collection[str], pick: int) -> str:
    """One of some names."""
    return sorted(among)[pick % len(among)]


def stop(_: Progress) -> bool:
    """Whoever watches the search stops it at once."""
    return True


TestSecretariat = Secretariat.TestCase
TestSecretariat.settings = settings(examples(3), stateful_step_count=10)
