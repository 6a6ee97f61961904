"""The only list of rules and goals: the program, its help and its documentation all read it."""

from allocator.model.goals.column import ColumnDelegates
from allocator.model.goals.label import LabelDelegates, LabelDelegations
from allocator.model.goals.officer_regions import OfficerRegions
from allocator.model.goals.seating import Seating
from allocator.model.goals.size import Size
from allocator.model.goals.small import Small
from allocator.model.goals.vacant import VacantOffices
from allocator.model.rules.apart import Apart
from allocator.model.rules.at_least import AtLeast
from allocator.model.rules.at_most import AtMost
from allocator.model.rules.capacity import Capacity
from allocator.model.rules.heard_everywhere import HeardEverywhere
from allocator.model.rules.in_group import InGroup
from allocator.model.rules.languages import Languages
from allocator.model.rules.not_in_group import NotInGroup
from allocator.model.rules.officers import Officers
from allocator.model.rules.one_group import OneGroup
from allocator.model.rules.together import Together
from allocator.model.unit import Closing, EventUnit, Goal, Rule
from allocator.offices import sought_in
from allocator.workshop import Workshop

#: The rules of the event, by the kinds of the sheet Rules.
EVENT_RULES: tuple[EventUnit, ...] = (
    InGroup(),
    NotInGroup(),
    Together(),
    Apart(),
    AtLeast(),
    AtMost(),
)

#: Every hard rule; each finds out for itself whom it concerns.
RULES: tuple[Rule, ...] = (
    HeardEverywhere(),
    OneGroup(),
    Capacity(),
    Languages(),
    *EVENT_RULES,
    Officers(),
)

#: The rules that close groups to somebody, whoever else sits there.
CLOSING: tuple[Closing, ...] = (InGroup(), NotInGroup(), Languages())

#: The goals of every list, the most important first.
GOALS: tuple[Goal, ...] = (
    Size(),
    Small(),
    LabelDelegations("region"),
    LabelDelegates("region"),
)

#: The goal that a re-balance adds behind ``small``: people who had seats may keep them.
SEATING: Goal = Seating()

#: The goals that a list with categories adds.
CATEGORY_GOALS: tuple[Goal, ...] = (LabelDelegations("category"), LabelDelegates("category"))

#: The goals that a list with candidates for chair or rapporteur adds: before and behind all others.
OFFICER_GOALS: tuple[Goal, Goal] = (VacantOffices(), OfficerRegions())


def goals_for(
    workshop: Workshop, balance: tuple[str, ...], *, seating: bool = False
) -> tuple[Goal, ...]:
    """The goals of a workshop in their usual order, with one per balanced column behind them.

    A re-balance has the goal ``seating`` too.
    """
    first = (*GOALS[:2], SEATING, *GOALS[2:]) if seating else GOALS
    categories = CATEGORY_GOALS if workshop.has_categories else ()
    usual = (*first, *categories, *(ColumnDelegates(column) for column in balance))
    vacant, regions = OFFICER_GOALS
    return (vacant, *usual, regions) if sought_in(workshop.delegations) else usual


def goals_named(
    names: tuple[str, ...], workshop: Workshop, balance: tuple[str, ...]
) -> tuple[Goal, ...]:
    """The goals with these names, in this order.

    Raises:
        KeyError: when the workshop has no goal of a name.
    """
    known = {goal.name: goal for goal in goals_for(workshop, balance, seating=True)}
    return tuple(known[name] for name in names)


def rule_of(kind: str) -> EventUnit:
    """The kind of rule of the event that has this name.

    Raises:
        KeyError: when there is none.
    """
    return {unit.name: unit for unit in EVENT_RULES}[kind]
