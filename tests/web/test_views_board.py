"""What the board shows: cards, goals beside the best possible, rules and tables."""

from typing import Any

from desk_contents import a_content, board_of, rooms, with_changes, with_moves, with_pin
from outcomes import a_named_list, an_outcome

from allocator.by_hand import HandMove
from allocator.delegation import DelegationId
from allocator.web.revision import Content
from allocator.web.views import board_view


def a_board(content: Content) -> dict[str, Any]:
    """The view of a content with rosters."""
    view = board_view(content)
    assert view is not None
    return view


def cards_named(view: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The cards of a delegation, by group."""
    return [card for group in view["groups"] for card in group["cards"] if card["name"] == name]


def test_there_is_no_board_before_there_are_rosters() -> None:
    """Nothing allocated: null."""
    assert board_view(Content()) is None


def test_a_card_says_how_many_of_all_sit_here() -> None:
    """France has five people in two groups, and each card counts its own."""
    cards = cards_named(a_board(a_content()), "France")

    assert [5, 5] == [card["of"] for card in cards]
    assert 5 == sum(card["people"] for card in cards)
    assert [1, 1] == [card["carries"] for card in cards]


def test_a_small_delegation_is_carried_as_a_whole() -> None:
    """Who sits in one group goes to the other one with everybody."""
    (card,) = cards_named(a_board(a_content()), "Kenya")

    assert (True, True, 1) == (card["small"], card["whole"], card["carries"])


def test_cards_stand_in_the_alphabet_of_the_meeting() -> None:
    """Accents do not push Åland behind Z."""
    names = [card["name"] for card in a_board(a_content())["groups"][0]["cards"]]

    assert "Åland Islands" == names[0]


def test_no_two_cards_have_the_same_identity() -> None:
    """The page finds a card again by its id."""
    cards = [card["id"] for group in a_board(a_content())["groups"] for card in group["cards"]]

    assert cards
    assert len(set(cards)) == len(cards)


def test_a_move_marks_the_card_and_what_became_worse() -> None:
    """The card tells that somebody came here, each goal what it was and what would be best."""
    content = a_content()
    kenya = DelegationId("KEN")
    origin = board_of(content).allocation.seats[kenya].index(1)
    view = a_board(
        with_moves(content, [HandMove(delegation=kenya, origin=origin, target=1 - origin)])
    )
    worse = [goal for goal in view["goals"] if goal["worse"]]

    assert [1] == [card["moved"] for card in cards_named(view, "Kenya")]
    assert view["by_hand"]
    assert worse
    assert all(goal["value"] > goal["found"] >= goal["best"] for goal in worse)


def test_a_broken_rule_is_told() -> None:
    """A spread delegation that leaves a group breaks the seating rule."""
    content = a_content()
    brazil = DelegationId("BRA")
    view = a_board(with_moves(content, [HandMove(delegation=brazil, origin=0, target=1)]))

    assert ["Brazil"] == [line.split()[0] for line in view["broken"]]


def test_pins_and_people_to_be_told_are_marked() -> None:
    """A pinned card says so, and so does one with people from another group."""
    view = a_board(with_changes(with_pin(a_content(), "KEN", 1)))

    assert [False, True] == [
        (card["pinned"])
        for name, group in (("Brazil", 0), ("Kenya", 1))
        for card in cards_named(view, name)
        if card["group"] == group
    ]
    assert [0, 2] == [card["told"] for card in cards_named(view, "France")]
    assert "Best with these moves" == view["best_title"]


def test_people_over_the_capacity_are_counted() -> None:
    """A room for three with eight people has five too many."""
    outcome = an_outcome(groups=rooms(3, 40))
    view = a_board(Content(found=outcome, outcome=outcome))
    group = view["groups"][0]

    assert group["delegates"] - 3 == group["too_many"]
    assert 0 == view["groups"][1]["too_many"]


def test_delegates_stand_by_name_where_the_list_names_them() -> None:
    """A card of a named list has its own people and nobody else's."""
    view = a_board(a_content(a_named_list()))
    people = [each["name"] for card in cards_named(view, "France") for each in card["delegates"]]

    assert {"Zoé Ñandú", "Émile Abel", ""} == set(people)
    assert 4 == len(people)


def test_regions_have_letters_and_numbers_by_group() -> None:
    """Every region of the list is a row with delegations and people per group."""
    view = a_board(a_content())
    regions = view["tables"][0]

    assert len({row["letter"] for row in regions["rows"]}) == len(regions["rows"])
    assert 16 == sum(row["people"]["total"] for row in regions["rows"])
    assert 6 == sum(row["delegations"]["total"] for row in regions["rows"])
