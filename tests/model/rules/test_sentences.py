"""What rules say can be told in another language: no English stands inside their values."""

from collections.abc import Iterator

import pytest
from builders import a_workshop
from events import a_rule, ruled, with_traits
from seated import seated

from allocator import audit
from allocator.language import messages
from allocator.model.catalog import RULES
from allocator.settings import Group
from allocator.text import Text

WORKSHOP = with_traits(
    a_workshop(5, 3, 4, 1, 2, 1, seatings=("", "", "whole", "", "", "")),
    "language",
    ["fr", "en", "fr", "es", "", ""],
)
PLAN = ruled(
    WORKSHOP,
    a_rule("in", "D004", "Group 1; Group 2"),
    a_rule("not in", "D006", "Group 2; Group 3"),
    a_rule("apart", "D001; D002; D003"),
    a_rule("apart", "D001", "D003; D004"),
    a_rule("together", "D001; D005; D006"),
    a_rule("at least", "D001", number=3),
    a_rule("at most", "D003", "Group 1; Group 2", 1),
    groups=[
        Group(name="Group 1", capacity=4, languages=("fr",)),
        Group(name="Group 2", capacity=3, languages=("en", "es")),
        Group(name="Group 3"),
    ],
)
#: Delegation -> people per group; each breaks some rule.
BROKEN = {
    "D001": (0, 1, 4),
    "D002": (0, 3, 0),
    "D003": (2, 2, 0),
    "D004": (0, 0, 1),
    "D005": (2, 0, 0),
    "D006": (0, 1, 0),
}
TOLD = [
    *(rule.claim(PLAN) for rule in RULES),
    *audit.violations(WORKSHOP, PLAN, seated(BROKEN)),
    *audit.violations(WORKSHOP, PLAN, seated({"D001": (5, 0, 0)})),
]
#: What no language changes.
NAMES = {*BROKEN, *(group.name for group in PLAN.groups), "fr", "en", "es", "en, es"}


def inside(text: object) -> Iterator[str]:
    """The texts within a text, down to those that are the same in every language."""
    yield from [text] if isinstance(text, str) else ()
    for value in text.values.values() if isinstance(text, Text) else ():
        yield from inside(value)


@pytest.mark.parametrize("sentence", TOLD)
def test_a_sentence_of_a_rule_has_names_and_numbers_inside(sentence: str) -> None:
    """Everything else in it is a template with a translation."""
    parts = list(inside(sentence))
    plain = {part for part in parts if not isinstance(part, Text) and any(map(str.isalpha, part))}
    templates = {part.template for part in parts if isinstance(part, Text)}
    known = {each for each in templates if each in messages("fr")}

    assert isinstance(sentence, Text)
    assert set() == plain - NAMES
    assert {"{part_0}"} >= {each for each in templates - known if "{separator}" not in each}


def test_every_kind_of_rule_is_broken_here() -> None:
    """So that each sentence about a breach is looked at."""
    breaches = audit.violations(WORKSHOP, PLAN, seated(BROKEN))

    told = {each.template for each in breaches if isinstance(each, Text)}
    assert 9 == len(told)
