"""What the steps list, settings, changes and versions show, and how far a search is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk_contents import a_content, a_revision, with_changes
from outcomes import a_head_count_list

from allocator.changes import Point
from allocator.findings import Place, Severity
from allocator.intake import examine
from allocator.planning.naming import Directory
from allocator.remarks.wording import error, notice
from allocator.settings import RuleRow, Settings
from allocator.web.revision import Content
from allocator.web.views import (
    changes_view,
    goals_told,
    list_view,
    page_view,
    settings_view,
)
from allocator.web.views.findings import finding_view
from allocator.web.views.list import workshop_of


def an_examined(text: str, folder: Path) -> Content:
    """A list of comma-separated values as the page has it right after the upload."""
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    return Content(examination=examine(path))


def test_a_list_is_counted_by_region(tmp_path: Path) -> None:
    """Delegations, delegates, small ones, and each region with its letter."""
    view = list_view(an_examined("Delegation,Delegates\nFrance,5\nKenya,1\nGhana,2\n", tmp_path))
    africa = view["counts"]["regions"][0]

    assert view["accepted"]
    assert (3, 8) == (view["counts"]["delegations"], view["counts"]["delegates"])
    assert ("A", 2, 3) == (africa["letter"], africa["delegations"], africa["delegates"])


def test_columns_to_balance_have_titles_that_a_page_can_translate(tmp_path: Path) -> None:
    """Those that the program knows; other headings stay as they are, and names are not offered."""
    content = an_examined("Country,Name,Langue,Sport\nChad,Ana,fr,x\n", tmp_path)
    columns = settings_view(content)["columns"]

    assert [("Sport", "Sport"), ("language", "Language")] == [
        (each["name"], each["title"]) for each in columns
    ]


def test_the_columns_are_told_as_they_were_understood(tmp_path: Path) -> None:
    """Each field has its letter and heading, and all headings can be chosen."""
    view = list_view(an_examined("Country,Pax,Remarks\nFrance,5,x\nKenya,1,y\n", tmp_path))
    matched = {row["field"]: row["letter"] for row in view["columns"] if row["letter"]}

    assert {"delegation": "A", "delegates": "B"} == matched
    assert not any(row["chosen"] for row in view["columns"])
    assert ["Country", "Pax", "Remarks"] == [each["heading"] for each in view["headings"]]


def test_a_refused_list_tells_every_problem_with_its_cell(tmp_path: Path) -> None:
    """Two wrong counts are two errors, each with what stands there."""
    view = list_view(an_examined("Delegation,Delegates\nFrance,x\nKenya,y\n", tmp_path))

    assert not view["accepted"]
    assert ["x", "y"] == [each["found"] for each in view["errors"]]
    assert ["B2", "B3"] == [each["cell"] for each in view["errors"]]


def test_a_place_is_written_as_excel_writes_it() -> None:
    """Sheet and cell, or the row where no column is known."""
    places = (Place(sheet="List", row=7, column=4), Place(sheet="List", row=7), Place(row=3))

    assert ["List!D7", "List, row 7", "row 3"] == [
        finding_view(error("E-COUNT", place, "no"))["where"] for place in places
    ]


@pytest.mark.parametrize(
    ("said", "small"),
    [({}, 1), ({"groups": 3}, 2), ({"small": 4}, 4), ({"group": [{}, {}, {}, {}]}, 3)],
)
def test_small_depends_on_what_is_said(said: dict[str, Any], small: int, tmp_path: Path) -> None:
    """One less than the groups, or as somebody said."""
    content = an_examined("Delegation,Delegates\nFrance,5\nKenya,1\n", tmp_path)

    assert small == list_view(replace(content, said=said))["counts"]["small_most"]


def test_settings_show_the_page_before_the_list(tmp_path: Path) -> None:
    """What the page says wins; what only the list's sheets say stays; the rest is a default."""
    content = an_examined("Delegation,Delegates\nFrance,5\nKenya,1\n", tmp_path)
    assert content.examination is not None
    assert content.examination.workshop is not None
    own = Settings(meeting="Own", theme="Water", rules=(RuleRow(kind="in", who="Kenya"),))
    workshop = replace(content.examination.workshop, settings=own)
    content = replace(content, examination=replace(content.examination, workshop=workshop))
    view = settings_view(replace(content, said={"meeting": "Page", "groups": [2, 3]}))

    assert ("Page", "Water", "") == tuple(
        view["said"][key] for key in ("meeting", "theme", "venue")
    )
    assert "2; 3" == view["said"]["groups"]
    assert [("in", "Kenya")] == [(row["rule"], row["who"]) for row in view["said"]["rule"]]
    assert 1 == view["defaults"]["seed"]


def test_goals_stand_in_the_order_in_which_they_are_served(tmp_path: Path) -> None:
    """Those with priority first, then the usual order, balanced columns behind."""
    content = an_examined("Delegation,Delegates,Gender\nFrance,5,F\nKenya,1,M\n", tmp_path)
    said = {"priority": ["region.delegates"], "balance": ["gender"]}
    goals = [each["name"] for each in settings_view(replace(content, said=said))["goals"]]

    assert ["region.delegates", "size", "small", "region.delegations", "gender.delegates"] == goals


def test_rules_can_name_delegations_and_values(tmp_path: Path) -> None:
    """The pick-list holds every delegation and every region."""
    who = settings_view(an_examined("Delegation,Delegates\nFrance,5\nKenya,1\n", tmp_path))["who"]

    assert ["France", "Kenya"] == who["delegations"]
    assert ["region = African Group", "region = WEOG"] == who["values"]


@pytest.mark.parametrize(("language", "called"), [("fr", "région"), ("es", "región")])
def test_a_value_is_offered_in_the_language_of_the_page_and_understood(
    language: str, called: str, tmp_path: Path
) -> None:
    """The column by its name there; a rule finds the same column by it."""
    content = an_examined("Delegation,Delegates\nFrance,5\nKenya,1\n", tmp_path)
    offered = settings_view(content, language)["who"]["values"]
    workshop = workshop_of(content)
    assert workshop is not None
    found = [Directory(workshop).selection(text) for text in offered]

    assert [f"{called} = African Group", f"{called} = WEOG"] == offered
    assert [("region", ("African Group",)), ("region", ("WEOG",))] == [
        (each.column, each.values) for each in found if each
    ]


def test_a_pin_is_a_rule_of_the_settings() -> None:
    """It keeps its note, so that saving the settings does not lose it."""
    rule = {"rule": "in", "who": "Kenya", "with": "Group 1", "note": "pinned"}
    (row,) = settings_view(replace(a_content(), said={"rule": [rule]}))["said"]["rule"]

    assert (True, "Group 1", "pinned") == (row["pinned"], row["with"], row["note"])


def test_a_first_version_has_no_changes() -> None:
    """Nothing was told to anybody yet."""
    assert changes_view(a_content()) is None


def test_changes_name_who_moved_and_what_to_write_to_them() -> None:
    """The text has the new group, the old one and the time."""
    view = changes_view(with_changes(a_content()))
    assert view is not None
    (letter,) = view["letters"]

    assert [2, 1, 1] == [view[kind][0]["people"] for kind in ("moved", "new", "left")]
    assert "2 people of your delegation now meet in Group 2 instead of Group 1." in letter["text"]
    assert "Time: 25 November, 15:00." in letter["text"]
    assert "Everybody else" in letter["text"]


def test_changes_ask_what_the_new_list_asks() -> None:
    """A column that it lacks, and not how it was read: that stands at the list."""
    content = with_changes(a_content())
    assert content.outcome is not None
    asked = notice("N-LACKS", Place(file="new.csv"), "no column was read as the role")
    read = notice("N-ROW", Place(row=3), "left out as title")
    workshop = replace(content.outcome.workshop, notices=(asked, read))
    view = changes_view(replace(content, outcome=replace(content.outcome, workshop=workshop)))

    assert view is not None
    assert ["N-LACKS"] == [each["code"] for each in view["notices"]]


def test_the_frontier_gives_the_goals_in_the_order_of_the_table() -> None:
    """One value per goal, and how much the sizes differ."""
    points = (
        Point(moves=0, goals={"size": 4, "small": 1}, sizes=(6, 10)),
        Point(moves=2, goals={"size": 0, "small": 1}, sizes=(8, 8), chosen=True),
    )
    view = changes_view(with_changes(a_content(), frontier=points))
    assert view is not None

    assert [(0, 4, False), (2, 0, True)] == [
        (point["moves"], point["spread"], point["chosen"]) for point in view["frontier"]
    ]
    assert [4, 1, None, None] == view["frontier"][0]["goals"]


def test_the_answer_to_a_move_tells_goals_before_and_after() -> None:
    """Without a difference the sentence says that the balance is the same."""
    content = a_content()
    told = goals_told(content, content, "Kenya to Group 2.")

    assert "Kenya to Group 2. The balance is the same." == told["sentence"]
    assert all(goal["value"] == goal["before"] for goal in told["goals"])
    assert [] == told["broken"]


def test_a_step_that_is_not_there_yet_gives_the_furthest_one(tmp_path: Path) -> None:
    """A list opens settings, rosters open the board, a re-balance opens the changes."""
    examined = an_examined("Delegation,Delegates\nFrance,5\nKenya,1\n", tmp_path)
    steps = [
        page_view("id", "name", a_revision(content, kind=kind), "board")["step"]
        for content, kind in (
            (Content(), "list"),
            (examined, "list"),
            (examined, "settings"),
            (a_content(), "allocated"),
        )
    ]
    after = page_view("id", "name", a_revision(with_changes(a_content()), kind="rebalanced"))

    assert ["list", "list", "settings", "board"] == steps
    assert "changes" == after["step"]
    assert after["can_undo"]


def test_findings_keep_their_severity() -> None:
    """The page tells errors from notices by it."""
    assert str(Severity.ERROR) == finding_view(error("E-COUNT", Place(), "no"))["severity"]


def test_a_list_of_rosters_is_shown_without_an_upload() -> None:
    """Opened rosters carry their own list."""
    content = Content(outcome=a_content(a_head_count_list()).outcome)

    assert 6 == list_view(content)["counts"]["delegations"]
