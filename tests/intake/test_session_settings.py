"""What the sheets of a list say about the session."""

from datetime import date, time
from pathlib import Path

import pytest
from list_files import a_workbook, problems

from allocator.intake import read_list
from allocator.settings import Group, RuleRow, Seating, Settings, SmallSeating

LIST = [("Delegation", "Delegates"), ("Kenya", 2), ("Chad", 1)]


def test_a_settings_sheet_is_read(tmp_path: Path) -> None:
    """Keys in column A, values in column B; an empty value says nothing."""
    path = a_workbook(
        tmp_path,
        LIST,
        sheets={
            "Settings": [
                ("Setting", "Value"),
                ("Meeting", "Council"),
                ("date", date(2026, 11, 23)),
                ("Time", time(15, 0)),
                ("groups", 3),
                ("seating", "spread"),
                ("small_seating", "apart"),
                ("balance", "Gender; language"),
                ("time limit", 12.5),
                ("Seed", None),
            ]
        },
    )

    assert read_list(path).settings == Settings(
        meeting="Council",
        date="2026-11-23",
        time="15:00",
        groups=3,
        seating=Seating.SPREAD,
        small_seating=SmallSeating.APART,
        balance=("Gender", "language"),
        time_limit=12.5,
    )


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        (
            "Paramètres",
            [("Réunion", "Conseil"), ("Nombre de groupes", "auto"), ("Placement", "entière")],
        ),
        (
            "Ajustes",
            [("Reunión", "Conseil"), ("Número de grupos", "automático"),
             ("Distribución", "entera")],
        ),
        ("SETTINGS", [("meeting", "Conseil"), ("groups", "AUTO"), ("seating", "whole")]),
    ],
)  # fmt: skip
def test_settings_are_read_in_three_languages(
    tmp_path: Path, sheet: str, rows: list[tuple[object, ...]]
) -> None:
    """Sheets, keys and values."""
    settings = read_list(a_workbook(tmp_path, LIST, sheets={sheet: rows})).settings

    assert settings == Settings(meeting="Conseil", groups="auto", seating=Seating.WHOLE)


@pytest.mark.parametrize("cell", ["2; 3", "3,2", "2\n3"])
def test_several_numbers_of_groups_are_read_from_a_cell(tmp_path: Path, cell: str) -> None:
    """In ascending order, parted as lists in cells are."""
    path = a_workbook(tmp_path, LIST, sheets={"Settings": [("Number of groups", cell)]})

    assert (2, 3) == read_list(path).settings.groups


@pytest.mark.parametrize("cell", ["2,,x", "0,2", "2; 2", 2.3])
def test_a_malformed_list_of_numbers_is_told_by_its_cell(tmp_path: Path, cell: object) -> None:
    """Also what a French Excel makes of 2,3: it is asked for with a semicolon."""
    path = a_workbook(tmp_path, LIST, sheets={"Settings": [("Number of groups", cell)]})

    assert [("E-SETTING", "B1")] == problems(path)


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        (
            "Groups",
            [("Name", "Room", "Capacity", "Languages", "Chair", "Rapporteur"),
             ("A", "Room 1", 40, "en, French", "Ana", "Bo"), ("B",)],
        ),
        (
            "Groupes",
            [("Groupes et salles",), ("Nom", "Salle", "Capacité", "Langues", "Présidence",
             "Rapporteur"), ("A", "Room 1", 40, "anglais; fr", "Ana", "Bo"), ("B", None)],
        ),
    ],
)  # fmt: skip
def test_a_table_of_groups_is_read(
    tmp_path: Path, sheet: str, rows: list[tuple[object, ...]]
) -> None:
    """Rooms, capacities and languages; what is empty is not said."""
    settings = read_list(a_workbook(tmp_path, LIST, sheets={sheet: rows})).settings

    assert settings.group_table == (
        Group(
            name="A",
            room="Room 1",
            capacity=40,
            languages=("en", "fr"),
            chair="Ana",
            rapporteur="Bo",
        ),
        Group(name="B"),
    )


def test_empty_sheets_say_nothing(tmp_path: Path) -> None:
    """As they stand in a template: headers and keys only."""
    path = a_workbook(
        tmp_path,
        LIST,
        sheets={
            "Groups": [("Name", "Room", "Capacity", "Languages", "Chair", "Rapporteur")],
            "Rules": [("Rule", "Who", "Group or With", "Number", "Note")],
            "Settings": [("Setting", "Value"), ("Meeting", None), ("Seed", None)],
        },
    )

    assert read_list(path).settings == Settings()


def test_wrong_settings_are_told_by_cell(tmp_path: Path) -> None:
    """All at once, with the problems of the list itself."""
    path = a_workbook(
        tmp_path,
        [*LIST, ("Peru", 0)],
        sheets={
            "Settings": [
                ("groups", 0),
                ("sead", 3),
                ("seed", "x"),
                ("language", "de"),
                ("seed", 1),
                ("time limit", "inf"),
            ],
            "Groups": [("Name", "Capacity"), ("A", "many"), ("A", 5), (None, 7)],
        },
    )

    assert problems(path) == [
        ("E-COUNT", "B4"),
        ("E-SETTING", "B2"),
        ("E-SETTING", "A3"),
        ("E-SETTING", "A4"),
        ("E-SETTING", "B1"),
        ("E-SETTING", "A2"),
        ("E-SETTING", "B3"),
        ("E-SETTING", "B4"),
        ("E-SETTING", "B6"),
    ]


def test_rules_are_read_with_the_place_of_each(tmp_path: Path) -> None:
    """A row each, with whom it binds, where, how many, and why."""
    path = a_workbook(
        tmp_path,
        LIST,
        sheets={
            "Rules": [
                ("Rules of the event",),
                ("Rule", "Who", "Group or With", "Number", "Note"),
                ("in", "Kenya", "A"),
                ("au moins", "region = Africa", None, 2, "so the minister asked"),
            ]
        },
    )
    rules = read_list(path).settings.rules or ()

    assert rules == (
        RuleRow(kind="in", who="Kenya", other="A"),
        RuleRow(kind="at least", who="region = Africa", number=2, note="so the minister asked"),
    )
    assert [(rule.place.sheet, rule.place.row) for rule in rules] == [("Rules", 3), ("Rules", 4)]
    assert "B4" == rules[1].place_of("who").cell


def test_what_is_no_rule_is_told_by_cell(tmp_path: Path) -> None:
    """An unknown kind, a missing name, a number that is none; nothing is passed over."""
    path = a_workbook(
        tmp_path,
        LIST,
        sheets={
            "Rules": [
                ("Rule", "Who", "Group or With", "Number"),
                ("beside", "Kenya", "Chad", None),
                ("in", None, "A", None),
                ("at most", "Kenya", None, "two"),
                (None, "Kenya", "A", None),
            ]
        },
    )

    assert problems(path) == [
        ("E-RULE", "A2"),
        ("E-RULE", "B3"),
        ("E-RULE", "D4"),
        ("E-RULE", "A5"),
    ]
