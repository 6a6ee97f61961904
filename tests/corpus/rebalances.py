"""R1 to R12: two versions of rosters between which something went wrong, or only seems to have."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.case import Problem
from corpus.versions import (
    Given,
    a_delegation_in_two_groups,
    a_person_in_two_groups,
    a_pin_to_a_lost_group,
    a_pin_to_no_group,
    a_template_for_rosters,
    another_event,
    before_the_addition,
    edited_everywhere,
    fewer_groups,
    misspelt_group,
    misspelt_group_of_a_person,
    no_change,
    renamed,
    saved_before,
    small_rooms,
    without,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebalance:
    """Rosters, what is given beside them, and what ``rebalance`` must do with both.

    ``code`` is the exit code. With ``problems`` nothing is written; else the next version is, and
    these codes of ``notices`` are told. ``says`` stands in what is told.
    """

    number: str
    name: str
    make: Callable[[Path], Given]
    code: int = 0
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    says: str = ""

    @property
    def expected(self) -> str:
        """Exit code, errors with their places, or notices, as the table of cases shows them."""
        told = "; ".join(map(str, self.problems)) or " ".join(self.notices)
        return f"{self.code} {told}".strip()


def _refused(
    number: str, name: str, make: Callable[[Path], Given], *where: str, says: str
) -> Rebalance:
    problems = tuple(Problem("E-ROSTER", each) for each in where or ("",))
    return Rebalance(number=number, name=name, make=make, code=3, problems=problems, says=says)


REBALANCES = (
    _refused("R1", "another_event", another_event, says="is on the list"),
    _refused("R1", "no_rosters", a_template_for_rosters, says="no rosters workbook"),
    _refused("R2", "group_misspelt", misspelt_group, 'sheet "Groups", cell A6', 'sheet "Group 2"',
             says='"Gruop 2" has no sheet'),
    _refused("R2", "group_beside_a_name", misspelt_group_of_a_person,
             'sheet "Delegates", cell E5', says='"Gruop 2" is the name of no group'),
    _refused("R3", "delegation_twice", a_delegation_in_two_groups, 'sheet "Group 2", cell C14',
             says="1 + 1 = 2"),
    _refused("R3", "person_twice", a_person_in_two_groups, 'sheet "Group 2", cell A19',
             says='stands in sheet "Group 1", cell A6 already'),
    _refused("R4", "no_group_sheet", without("Group 2"), 'sheet "Groups", cell A6',
             says='"Group 2" has no sheet'),
    _refused("R4", "no_delegations", without("Delegations"), says='"Delegations" is missing'),
    _refused("R4", "no_groups", without("Groups"), says='"Groups" is missing'),
    _refused("R4", "no_settings", without("Settings"), says='"Settings" is missing'),
    Rebalance(number="R5", name="pin_to_a_lost_group", make=a_pin_to_a_lost_group, code=4,
              problems=(Problem("E-RULES"),), says='sheet "Rules", row 25: "Kenya" in "Group 3"'),
    Rebalance(number="R5", name="pin_to_no_group", make=a_pin_to_no_group, code=3,
              problems=(Problem("E-RULE", 'sheet "Rules", cell C25'),), says='no group "Group 9"'),
    Rebalance(number="R6", name="renamed", make=renamed, notices=("N-NAME", "N-SAME"),
              says="If they are the same delegation"),
    Rebalance(number="R7", name="list_saved_before", make=saved_before, notices=("N-OLDER",),
              says="saved on 2001-02-03 04:05:06"),
    Rebalance(number="R7", name="list_before_additions", make=before_the_addition,
              notices=("N-OLDER",), says="late.csv, which came later"),
    Rebalance(number="R8", name="no_record", make=without("Record"), notices=("N-EDITED",),
              says='"Record" is missing'),
    Rebalance(number="R9", name="checksum", make=edited_everywhere, notices=("N-EDITED",),
              says="edited by hand. They count as they are"),
    Rebalance(number="R10", name="fewer_groups", make=fewer_groups, notices=("N-GROUP",),
              says="groups that are no more: Group 3"),
    Rebalance(number="R11", name="rooms_too_small", make=small_rooms, code=4,
              problems=(Problem("E-RULES"),), says="7 + 8 = 15 people"),
    Rebalance(number="R12", name="no_change", make=no_change,
              says="Nothing changed: the same people on the same seats."),
)  # fmt: skip
