"""Answers to "why" in the reader's language, with the names of the list as they are."""

from dataclasses import replace

from outcomes import a_head_count_list, an_outcome

from allocator.allocation import Score
from allocator.alternatives import Alternative, Alternatives
from allocator.errors import NoAllocation
from allocator.explain import (
    Elsewhere,
    Held,
    Whereabouts,
    elsewhere_sentence,
    held_sentence,
    kept_rules,
    whereabouts_lines,
    why_taken,
)
from allocator.findings import Place
from allocator.remarks.wording import error
from allocator.text import say, told

#: 41, 40 and 40 people in three groups.
PRESENT = an_outcome(a_head_count_list({"France": 121}), groups=3)
THIN = "\u202f"


def test_another_group_is_told_in_french() -> None:
    """Moves, sizes and goals, each with the words between."""
    goals = tuple(replace(each, value=5) if each.name == "size" else each for each in PRESENT.goals)
    other = Elsewhere(group="Group 1", moves=2, goals=goals, sizes=(43, 38, 40))

    assert told(elsewhere_sentence(PRESENT, other), "fr") == (
        f"Dans Group 1, à la place{THIN}: 2 personnes à informer d’un autre groupe{THIN}; "
        f"effectifs 43/38/40 au mieux, actuellement 41/40/40{THIN}; "
        "Taille des groupes 5 au mieux, actuellement 1."
    )


def test_what_forbids_a_group_is_told_in_spanish() -> None:
    """The rule is a sentence inside a sentence."""
    rule = say("{who} in {groups}", who="Kenya", groups="Group 2")
    other = Elsewhere(group="Group 1", forbidden=(error("E-RULES", Place(), rule),))
    found = Whereabouts(name="Kenya", seats=(0, 1, 0), others=(other,))

    assert [told(line, "es") for line in whereabouts_lines(PRESENT, found)] == [
        "Kenya: 1 persona en Group 2.",
        "En Group 1, en cambio: no es posible. Kenya en Group 2.",
    ]


def test_what_holds_a_goal_is_told_in_french() -> None:
    """Titles of goals are those of the rosters, a balanced column keeps its name."""
    score = Score(name="Sector.delegates", value=3, bound=3, limit=1, unit="people")
    held = Held(score=score, goals=("small", "gender.delegates"))

    assert told(held_sentence(held), "fr") == (
        f"Sector : personnes{THIN}: 3 personnes{THIN}; l’arithmétique seule permettrait 1. "
        "La raison en est Petites délégations et Genre : personnes, qui passent avant."
    )


def test_the_rules_of_a_roster_are_told_in_spanish() -> None:
    """Each claim, with its numbers."""
    assert [told(rule.sentence, "es") for rule in kept_rules(PRESENT)] == [
        "Toda delegación repartida se distribuye por igual entre los 3 grupos.",
        (
            "Toda delegación de 2 personas como máximo y toda delegación que deba permanecer "
            "entera está en un solo grupo."
        ),
    ]


def test_why_a_number_of_groups_is_not_possible_is_told_in_french() -> None:
    """The reason of the refusal too."""
    refused = NoAllocation(say("no number of groups will do."))
    choice = Alternatives(
        numbers=(2, 3),
        taken=PRESENT,
        tried=(Alternative(number=2, error=refused), Alternative(number=3, outcome=PRESENT)),
        people=121,
        most=40,
    )

    assert why_taken(choice, "fr").endswith("aucun nombre de groupes ne convient.")
    assert why_taken(choice, "en").endswith("no number of groups will do.")
