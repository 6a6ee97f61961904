"""An outcome in words: every goal has its title, its verdict and one honest sentence."""

from dataclasses import replace

import pytest
from outcomes import a_head_count_list, an_outcome

from allocator.allocation import Outcome, Score
from allocator.explain import (
    balance_rows,
    counted,
    goal_title,
    group_rows,
    headline,
    language_of,
    region_label,
)
from allocator.language import LANGUAGES, catalogue
from allocator.settings import Group, Settings


def scored(name: str, value: int, bound: int, limit: int = 0) -> Outcome:
    """A small outcome with this one goal."""
    score = Score(name=name, value=value, bound=bound, limit=limit, unit="people")
    return replace(an_outcome(), goals=(score,))


def test_the_headline_gives_the_sizes_and_says_that_it_is_proven() -> None:
    """Three groups, sizes in the order of the plan."""
    outcome = an_outcome(a_head_count_list({"France": 7, "Kenya": 3}), groups=3)

    assert "3 groups of 4, 3 and 3 people; no better split exists (proven)." == headline(
        outcome, "en"
    )


def test_the_headline_of_one_group_has_no_plural() -> None:
    """One group of one person."""
    outcome = an_outcome(a_head_count_list({"Kenya": 1}), groups=1)

    assert "1 group of 1 person; no better split exists (proven)." == headline(outcome, "en")


def test_the_headline_of_many_groups_gives_the_range() -> None:
    """With more than six groups the sizes would be a list, not a headline."""
    outcome = an_outcome(a_head_count_list({"France": 10}), groups=7)

    assert headline(outcome, "en").startswith("7 groups of 1 to 2 people;")


def test_the_headline_never_claims_what_is_not_proven() -> None:
    """A value above its bound: a better split may exist, and why the search ended is told."""
    open_ended = scored("size", 4, 1)
    stopped = replace(open_ended, stopped=True)

    assert "a better split may exist (not proven)" in headline(open_ended, "en")
    assert "the search was stopped" in headline(stopped, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headline_tells_the_proof_of_the_meetings_from_that_of_the_split(
    language: str,
) -> None:
    """Each session is proven and the meetings are not: both are said, in every language."""
    split = an_outcome()
    meetings = Score(name="meetings", value=5, bound=5, limit=0, unit="pairs")
    proven = replace(split, meetings=meetings)
    still_open = replace(split, meetings=replace(meetings, bound=4))
    verdict = catalogue(language)["headline"]["meetings_open"].removeprefix("{groups}")

    assert headline(split, language) == headline(proven, language)
    assert headline(still_open, language).endswith(verdict)
    assert headline(still_open, language) != headline(proven, language)


def test_the_headline_of_an_open_split_says_nothing_better_of_the_meetings() -> None:
    """When the split itself is not proven, that is what counts."""
    meetings = Score(name="meetings", value=5, bound=4, limit=0, unit="pairs")
    outcome = replace(scored("size", 4, 1), meetings=meetings)

    assert headline(scored("size", 4, 1), "en") == headline(outcome, "en")


@pytest.mark.parametrize(
    ("value", "bound", "limit", "said"),
    [
        (1, 1, 1, "No roster can do better."),
        (4, 4, 1, "hold it over the arithmetic limit of 1."),
        (4, 2, 1, "the best possible lies between 2 and 4."),
    ],
)
def test_the_sentence_says_why_the_value_is_no_smaller(
    value: int, bound: int, limit: int, said: str
) -> None:
    """At the limit, held above it by rules and earlier goals, or not proven."""
    (row,) = balance_rows(scored("region.delegates", value, bound, limit), "en")

    assert row.sentence.endswith(said)


def test_a_value_held_above_the_limit_is_still_the_best_possible() -> None:
    """Equal to its bound means proven, whatever the arithmetic limit is."""
    (row,) = balance_rows(scored("small", 3, 3, 1), "en")

    assert "Best possible (proven)" == row.verdict


def test_the_sentence_about_sizes_is_about_people() -> None:
    """One person more, in the singular."""
    outcome = an_outcome(a_head_count_list({"France": 3}), groups=2)

    assert balance_rows(outcome, "en")[0].sentence.startswith(
        "The largest group has 1 person more than the smallest."
    )


def test_the_sentence_about_sizes_speaks_of_shares_where_rooms_differ() -> None:
    """A size goal that is not the plain spread of the sizes counts from shares of the capacity."""
    outcome = an_outcome(a_head_count_list({"France": 4}), groups=2)
    skewed = replace(outcome, goals=(replace(outcome.goals[0], value=2, bound=2),))

    assert "shares of the capacity" in balance_rows(skewed, "en")[0].sentence


def test_a_balanced_column_is_called_by_its_heading() -> None:
    """A known trait is translated, a column of the list's own is not; dots are no trouble."""
    assert "Genre : personnes" == goal_title("gender.delegates", "fr")
    assert "Level no. 2: people" == goal_title("Level no. 2.delegates", "en")


def test_groups_come_with_their_rooms_and_counts() -> None:
    """A row per group in the order of the plan."""
    groups = [Group(name="A", room="XVII", chair="Chair"), Group(name="B", capacity=9)]
    first, second = group_rows(an_outcome(groups=groups))

    assert ("A", "XVII", "Chair") == (first.name, first.room, first.chair)
    assert 9 == second.capacity
    assert 16 == first.delegates + second.delegates


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_words_in_every_language(language: str) -> None:
    """No sentence is empty and no placeholder is left open."""
    for row in balance_rows(an_outcome(), language):
        assert row.title
        assert row.sentence
        assert "{" not in row.title + row.sentence + row.verdict


def test_the_language_is_the_settings_then_the_lists_then_english() -> None:
    """A language without a catalogue falls back to English."""
    french = a_head_count_list(language="fr")

    assert "fr" == language_of(an_outcome(french))
    assert "es" == language_of(an_outcome(french, settings=Settings(language="es")))
    assert "en" == language_of(an_outcome(replace(french, language="xx")))


def test_a_region_of_the_list_keeps_its_name() -> None:
    """Only the regional groups of the United Nations are translated."""
    assert "Groupe africain" == region_label("African Group", "fr")
    assert "Sahel" == region_label("Sahel", "fr")


def test_amounts_agree_with_their_units() -> None:
    """One person, three people."""
    assert "1 person" == counted(1, "people", "en")
    assert "3 delegaciones" == counted(3, "delegations", "es")
