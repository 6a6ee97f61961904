"""Every step of the page in French and in Spanish: nothing of it is left in English."""

from collections.abc import Iterator

import pytest
from web.desks import a_desk, a_listing, across, an_office, finished, reader, rebalancing
from web.english import english

from allocator.errors import NoAllocation, UsageProblem
from allocator.text import Text, told
from allocator.web import pages, pins, work
from allocator.web.desk import Desk
from allocator.web.group_names import group_told
from allocator.web.jobs import Job, Stage, Standing
from allocator.web.office import Office
from allocator.web.refusals import NotThere
from allocator.web.views import job_view

LANGUAGES = ("fr", "es")
LATE = "Delegation,Delegates,Region\nPalau,6,Asia\n"


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


def every_page(office: Office, language: str) -> Iterator[tuple[str, str]]:
    """Every step of a workshop that was changed by hand and re-balanced, and what is beside it."""
    desk = a_desk(office)
    for name in ("Kenya", "Togo"):
        desk.move("Ama", desk.revision.number, [across(desk, name)])
    pinned(desk, "Ghana")
    desk.undo("Ama", desk.revision.number)
    desk.redo("Ama", desk.revision.number)
    board = pages.workshop_html(desk, "board", "Ama", language)
    desk.answers.suggestions = work.suggested(desk.content, Job("suggest", lambda _: None))
    desk.answers.revision = desk.revision.number
    yield "suggestions", pages.fragment_html(desk, "suggestions", language)
    yield "board", board
    finished(desk, rebalancing(desk, LATE, adds=True))
    for step in ("list", "settings", "board", "changes", "versions"):
        yield step, pages.workshop_html(desk, step, "Ama", language)
    yield "why", pages.fragment_html(desk, "why", language)
    spoiled = office.open("a session")
    listing = a_listing("Delegation,Delegates\nKenya,three\nPeru,\n")
    spoiled.upload("Ama", listing, reader(listing))
    yield "problems", pages.workshop_html(spoiled, "list", "Ama", language)
    yield "start", pages.start_html(office.workshops("a session"), language)
    yield "refusal", pages.refusal_html(NotThere(), language)
    yield "alert", pages.alert_html(UsageProblem("Kenya"), language)
    yield "clash", pages.alert_html(NoAllocation("Kenya"), language)


def pinned(desk: Desk, name: str) -> None:
    """Pin a delegation of one where it sits."""
    outcome = work.on_board(desk.content)
    found = next(each for each in outcome.workshop.delegations if each.name == name)
    group = outcome.seats_of(found).index(1)
    desk.pin("Ama", desk.revision.number, found.id, group, pinned=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_left_in_english(office: Office, language: str) -> None:
    """No text, title, label or question of a template, of a view or of a script."""
    found = {name: english(page, language) for name, page in every_page(office, language)}

    assert {name: [] for name in found} == found


def test_english_would_be_seen_on_every_page(office: Office) -> None:
    """The search for English finds it, on each of these pages."""
    found = {name: english(page, "fr") for name, page in every_page(office, "en")}

    assert [] == [name for name, texts in found.items() if not texts]


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("kind", ["allocated", "rebalanced", "suggest", "why"])
def test_a_search_is_told_in_every_language(kind: str, stage: Stage) -> None:
    """Its title, and the sentence that is read aloud."""
    for place, goal, value in ((0, "", None), (1, "size", None), (3, "all", 2)):
        standing = Standing(kind=kind, stage=stage, goal=goal, value=value, error="")
        view = job_view(standing, place, "fr")
        for said in (view["title"], view["sentence"] or view["title"]):
            assert isinstance(said, Text)
            assert said != told(said, "fr")


def test_each_reader_has_the_history_in_his_language(office: Office) -> None:
    """What was done on the board, taken back and done again, as two readers see it."""
    desk = a_desk(office)
    desk.move("Ama", desk.revision.number, [across(desk, "Kenya")])
    desk.undo("Ama", desk.revision.number)
    desk.redo("Ama", desk.revision.number)
    told_in = {
        language: [told(line.what, language) for line in desk.history()][-3:]
        for language in ("en", "fr", "es")
    }
    group = told_in["en"][0].removesuffix(".")[-1]

    assert {
        "en": [f"{how}Moved Kenya to Group {group}." for how in ("", "Undone: ", "Done again: ")],
        "fr": [f"{how}Déplacement\u202f: Kenya vers Groupe {group}."
               for how in ("", "Annulé\u202f: ", "Rétabli\u202f: ")],
        "es": [f"{how}Cambio: Kenya a Grupo {group}." for how in ("", "Deshecho: ", "Rehecho: ")],
    } == told_in  # fmt: skip


@pytest.mark.parametrize("name", ["Group 12", "Groupe 12", "Grupo 12"])
def test_a_numbered_group_is_called_in_the_language_of_the_reader(name: str) -> None:
    """In whatever language the rosters number it."""
    assert ["Group 12", "Groupe 12", "Grupo 12"] == [
        told(group_told(name), language) for language in ("en", "fr", "es")
    ]


@pytest.mark.parametrize("name", ["Blue", "Group", "Group ²", "Group 1a", "Group {number}", ""])
def test_a_group_with_a_name_keeps_it(name: str) -> None:
    """Only numbers are told anew."""
    assert name == told(group_told(name), "fr")


def test_pins_keep_the_names_of_the_rosters(office: Office) -> None:
    """A rule names the group as the rosters do, whatever the page calls it."""
    desk = a_desk(office)
    pinned(desk, "Malta")
    rules = pins.board_rules(work.on_board(desk.content))

    assert [str] == [type(rule["with"]) for rule in rules]
    assert rules[0]["with"] in [group.name for group in work.on_board(desk.content).plan.groups]
