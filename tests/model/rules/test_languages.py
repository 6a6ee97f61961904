"""Nobody sits where the language that they need is not interpreted."""

import pytest
from builders import a_plan, a_workshop
from events import a_named_delegation, has_roster, ruled, verdict, with_traits

from allocator.interpretation import languages_in
from allocator.model.rules.languages import Languages
from allocator.settings import Group
from allocator.workshop import Workshop


def rooms(*languages: str) -> tuple[Group, ...]:
    """Group 1, Group 2 ... with these languages; empty for all."""
    return tuple(
        Group(name=f"Group {number}", languages=tuple(codes.split()))
        for number, codes in enumerate(languages, start=1)
    )


@pytest.mark.parametrize(
    ("spoken", "open_to"),
    [
        ("fr", {0, 2}),
        ("French", {0, 2}),
        ("français", {0, 2}),
        ("English", {0, 1, 2}),
        ("es", {1, 2}),
        ("ru", {2}),
        ("ru / fr", {0, 2}),
        ("Spanish or French", {0, 1, 2}),
        ("Welsh", {2}),
        ("", {0, 1, 2}),
    ],
)
def test_a_delegation_sits_only_where_it_can_follow(spoken: str, open_to: set[int]) -> None:
    """One language or several, as code or name; a group without languages offers all of them."""
    workshop = with_traits(a_workshop(2, 3), "language", [spoken, ""])
    plan = ruled(workshop, groups=rooms("en fr", "en es", ""))
    for group in range(3):
        seats = tuple(2 * (group == index) for index in range(3))
        told = verdict(workshop, plan, {"D001": seats, "D002": (1, 1, 1)})

        assert (group in open_to) == (told == ())
        assert group in open_to or told[0].startswith(
            f"Group {group + 1} has 2 people who need {spoken} and offers en, "
        )


@pytest.mark.parametrize(
    ("people", "seating", "languages", "possible"),
    [
        (3, "", ("fr", "fr en", ""), True),
        (3, "", ("fr", "en", "fr"), False),
        (3, "whole", ("fr", "en", "fr"), True),
        (3, "whole", ("es", "en", "ru"), False),
        (2, "", ("es", "en", "fr"), True),
        (2, "spread", ("es", "en", "fr"), False),
        (2, "spread", ("es", "fr", "fr"), True),
    ],
)
def test_somebody_needs_as_many_groups_as_the_seating_rule_says(
    people: int, seating: str, languages: tuple[str, ...], *, possible: bool
) -> None:
    """A delegation that follows French alone, whole, spread, or one person in each of two."""
    workshop = with_traits(
        a_workshop(people, seatings=[seating] if seating else ""), "language", ["fr"]
    )

    assert possible == has_roster(workshop, ruled(workshop, groups=rooms(*languages)))


def test_each_delegate_follows_the_own_language() -> None:
    """Three of one delegation in three groups; who says nothing sits anywhere."""
    workshop = Workshop(
        delegations=(
            a_named_delegation(
                "Ghana", {"Ama": {"language": "fr"}, "Kofi": {"language": "en"}, "Esi": {}}
            ),
        )
    )
    plan = ruled(workshop, groups=rooms("fr", "en", "es"))

    assert () == verdict(workshop, plan, {"Ama": 0, "Kofi": 1, "Esi": 2})
    assert ("Group 1 has 1 people who need en and offers fr",
            "Group 2 has 1 people who need fr and offers en") == verdict(
        workshop, plan, {"Ama": 1, "Kofi": 0, "Esi": 2}
    )  # fmt: skip


def test_a_small_delegation_needs_a_group_that_all_of_it_can_follow() -> None:
    """One needs French and one Spanish: together they need a group with both."""
    workshop = Workshop(
        delegations=(
            a_named_delegation("Togo", {"Koku": {"language": "fr"}, "Afi": {"language": "es"}}),
        )
    )

    assert has_roster(workshop, ruled(workshop, groups=rooms("fr", "es", "fr es")))
    assert not has_roster(workshop, ruled(workshop, groups=rooms("fr", "es", "en")))


def test_without_languages_of_groups_nobody_is_bound() -> None:
    """What delegates follow matters only where groups say what they offer."""
    workshop = with_traits(a_workshop(2), "language", ["fr"])

    assert () == verdict(workshop, ruled(workshop), {"D001": (0, 2, 0)})


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", set()),
        ("  ", set()),
        ("EN", {"en"}),
        ("English; French", {"en", "fr"}),
        ("anglais et français", {"en", "fr"}),
        ("inglés o español", {"en", "es"}),
        ("en|fr & ar", {"en", "fr", "ar"}),
        ("Swahili", {"swahili"}),
    ],
)
def test_texts_name_languages(text: str, codes: set[str]) -> None:
    """As codes where they are known, in three languages, with the usual signs between."""
    assert codes == languages_in(text)


def test_the_rule_is_said_in_words() -> None:
    """What each group offers; without any offers, that all do."""
    plan = ruled(a_workshop(1), groups=rooms("en fr", "", "es"))

    assert (
        "Everybody follows the languages of the group: Group 1 offers en, fr; Group 3 offers es."
        == Languages().claim(plan)
    )
    assert "Everybody follows the languages of the group: all do." == Languages().claim(a_plan(3))
