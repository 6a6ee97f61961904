"""The rules and goals of the program, from its own catalogue and in its own words."""

import inspect

from allocator.explain import goal_title
from allocator.language import LANGUAGES
from allocator.model import catalog
from allocator.model.goals.column import ColumnDelegates
from allocator.model.unit import Goal, Names
from from_program.languages import in_every_language
from from_program.markdown import code, prose, table

#: Stands for the name of a column that is balanced.
COLUMN = "COLUMN"


def every_goal() -> tuple[Goal, ...]:
    """All goals in their usual order; that of a balanced column stands for all of them."""
    vacant, regions = catalog.OFFICER_GOALS
    usual = (*catalog.GOALS[:2], catalog.SEATING, *catalog.GOALS[2:], *catalog.CATEGORY_GOALS)
    return (vacant, *usual, ColumnDelegates(COLUMN), regions)


def goals() -> str:
    """The goals in their order: name, what is counted, unit."""
    rows = [(code(each.name), prose(each.claim()), each.unit) for each in every_goal()]
    return table(("name", "claim: what is made small", "unit"), rows)


def goal_names() -> str:
    """What each goal is called in every language."""
    return table(
        ("name", *LANGUAGES),
        [
            (code(each.name), *(goal_title(each.name, language) for language in LANGUAGES))
            for each in every_goal()
        ],
    )


def rules() -> str:
    """Every rule with its formula."""
    rows = [(code(each.name), _formula(each)) for each in catalog.RULES]
    return table(("name", "demands"), rows)


def rule_kinds() -> str:
    """The kinds of the sheet *Rules*: their words, and what a row of each needs."""
    words = in_every_language("rule_words")
    rows = [
        (
            *(code(word) for word in words[each.name]),
            "everybody with a value too" if each.binds_selections else "delegations, delegates",
            _other(each.other, needed=each.needs_other),
            "needed" if each.counts else "",
        )
        for each in catalog.EVENT_RULES
    ]
    return table((*LANGUAGES, "Who", "Group or With", "Number"), rows)


def _other(names: Names, *, needed: bool) -> str:
    what = "groups" if names is Names.GROUPS else "delegations, delegates"
    return what if needed else f"{what}; may be empty"


def _formula(unit: object) -> str:
    """The docstring of a unit without its source: that is the page with these tables."""
    text = " ".join((inspect.getdoc(unit) or "").split())
    return prose(text.partition(" Source:")[0])
