"""What a rule, a group or a setting cannot say is told, whoever wrote it and wherever."""

from pathlib import Path

import pytest
from list_files import Table, a_workbook, problems

from allocator.errors import ListRefused
from allocator.intake import examine, read_settings
from allocator.settings import RuleRow

LIST: Table = [("Delegation", "Delegates"), ("Kenya", 2), ("Chad", 1)]
RULES = ("Rule", "Who", "Group or With", "Number")


def told(folder: Path, sheet: str, *rows: tuple[object, ...]) -> list[str]:
    """The messages of all errors of a list with one more sheet."""
    return [each.message for each in examine(a_workbook(folder, LIST, sheets={sheet: rows})).errors]


def told_of_toml(folder: Path, text: str) -> list[str]:
    """Code and message of each problem of a settings file."""
    path = folder / "event.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ListRefused) as refused:
        read_settings(path)
    return [f"{each.code} {each.message}" for each in refused.value.findings]


@pytest.mark.parametrize("number", [1e300, 10_000_001, "1e300", "inf", 1e15])
def test_a_huge_number_in_a_sheet_is_told_by_its_cell(tmp_path: Path, number: object) -> None:
    """In a rule, a group and a setting: ten million people are the most anybody can write."""
    path = a_workbook(
        tmp_path,
        LIST,
        sheets={
            "Rules": [RULES, ("at least", "Chad", None, number)],
            "Groups": [("Name", "Capacity"), ("A", number)],
            "Settings": [("small", number)],
        },
    )

    assert [("E-SETTING", "B2"), ("E-RULE", "D2"), ("E-SETTING", "B1")] == problems(path)
    assert all("at most 10000000" in each.message for each in examine(path).errors)


@pytest.mark.parametrize("number", ["99999999999999999999", "1e300", "1" * 400, "inf"])
def test_a_huge_number_in_a_settings_file_is_told(tmp_path: Path, number: str) -> None:
    """The number of a rule and the capacity of a group."""
    rule = f'[[rule]]\nrule = "at least"\nwho = "Chad"\nnumber = {number}\n'
    group = f'[[group]]\nname = "A"\ncapacity = {number}\n'
    messages = told_of_toml(tmp_path, rule + group)

    assert ["E-RULE", "E-SETTING"] == [each.split()[0] for each in messages]
    assert all(each.endswith("Write a whole number, at most 10000000.") for each in messages)


def test_a_number_of_thousands_of_digits_is_no_valid_toml(tmp_path: Path) -> None:
    """Python reads none of that length; it is told as any slip of the file."""
    (message,) = told_of_toml(tmp_path, f"small = {'1' * 5000}")

    assert message.startswith("E-SETTING the file is not valid TOML")


def test_the_largest_number_is_read(tmp_path: Path) -> None:
    """Ten million people, and a seed of fifteen digits."""
    group = ("A", 10_000_000)
    settings = [("small", 10_000_000), ("seed", 123_456_789_012_345)]

    assert [] == told(tmp_path, "Groups", ("Name", "Capacity"), group)
    assert [] == told(tmp_path, "Settings", *settings)


@pytest.mark.parametrize(
    ("sheet", "rows", "cells"),
    [
        (
            "Groups",
            [("Name", "Room", "Capacity", "Languages"), ("=A1", "=B1", "=C1", "=D1"), ("B", "=A9")],
            ["A2", "B2", "C2", "D2", "B3"],
        ),
        ("Rules", [RULES, ("=A1", "=B1", "=C1", "=D1")], ["A2", "B2", "C2", "D2"]),
        ("Settings", [("Meeting", "=A1"), ("=A1", "x"), ("Seed", "=A1")], ["B1", "A2", "B3"]),
    ],
)
def test_a_formula_without_a_result_is_told_by_its_cell(
    tmp_path: Path, sheet: str, rows: Table, cells: list[str]
) -> None:
    """As in the list itself: nothing of it reaches a roster or another message."""
    path = a_workbook(tmp_path, LIST, sheets={sheet: rows})

    assert [("E-FORMULA", cell) for cell in cells] == problems(path)
    assert not [each for each in examine(path).errors if "Fault" in each.message]


def test_a_cell_that_shows_an_error_is_told(tmp_path: Path) -> None:
    """``#N/A`` is no name of a room."""
    path = a_workbook(tmp_path, LIST, sheets={"Groups": [("Name", "Room"), ("A", "#N/A")]})

    assert [("E-CELLERR", "B2")] == problems(path)


@pytest.mark.parametrize(("first", "second"), [("b", "B"), ("Réunion", "REUNION"), ("A-1", "A 1")])
def test_groups_that_rules_cannot_tell_apart_are_refused(
    tmp_path: Path, first: str, second: str
) -> None:
    """Capitals, accents and signs make no other name, in a sheet and in a settings file."""
    message = f'two groups are called "{first}" and "{second}". Give each its own name.'
    text = f'[[group]]\nname = "{first}"\n[[group]]\nname = "{second}"\n'

    assert [message] == told(tmp_path, "Groups", ("Name", "Room"), (first, 1), (second, 2))
    assert [f"E-SETTING {message}"] == told_of_toml(tmp_path, text)


@pytest.mark.parametrize("key", ["group", "with"])
def test_an_array_of_a_settings_file_is_several_names(tmp_path: Path, key: str) -> None:
    """Of those whom a rule binds, and of what stands beside them."""
    path = tmp_path / "event.toml"
    path.write_text(
        f'[[rule]]\nrule = "in"\nwho = ["Chad", "Mali"]\n{key} = ["A", "B"]\n', encoding="utf-8"
    )

    assert (RuleRow(kind="in", who="Chad; Mali", other="A; B"),) == read_settings(path).rules


def test_an_array_where_one_text_is_wanted_is_refused(tmp_path: Path) -> None:
    """It would be printed with its brackets."""
    keys = ("name", "room", "chair", "rapporteur")
    group = "[[group]]\n" + "".join(f'{key} = ["Mali"]\n' for key in keys)
    said = " cannot be \"['Mali']\". Write one text."
    expected = [f"E-SETTING {key}{said}" for key in ("meeting", *keys)]

    assert expected == told_of_toml(tmp_path, f'meeting = ["Mali"]\n{group}')


def test_an_array_of_other_things_than_names_is_refused(tmp_path: Path) -> None:
    """Of numbers, say; and an array of notes."""
    text = '[[rule]]\nrule = "in"\nwho = [1]\ngroup = "A"\nnote = ["x"]\n'

    assert [
        'E-RULE who cannot be "[1]". Write a list of texts.',
        "E-RULE note cannot be \"['x']\". Write one text.",
    ] == told_of_toml(tmp_path, text)


def test_a_rule_with_group_and_with_is_refused(tmp_path: Path) -> None:
    """One of them would be passed over; an empty one says nothing."""
    text = '[[rule]]\nrule = "in"\nwho = "Chad"\ngroup = "A"\nwith = "Mali"\n'
    (message,) = told_of_toml(tmp_path, text)
    path = tmp_path / "event.toml"
    path.write_text(text.replace("Mali", ""), encoding="utf-8")

    assert message.startswith('E-RULE a rule has either "group" or "with", not both.')
    assert (RuleRow(kind="in", who="Chad", other="A"),) == read_settings(path).rules


def test_a_name_of_a_group_that_no_door_has_room_for_is_refused(tmp_path: Path) -> None:
    """Sixty characters are taken, sixty-one are not."""
    (message,) = told(tmp_path, "Groups", ("Name", "Room"), ("A" * 60, 1), ("B" * 61, 2))

    assert message == f'name cannot be "{"B" * 40}…". Write a name of at most 60 characters.'


@pytest.mark.parametrize(
    ("sheet", "rows", "read"),
    [
        (
            "Reglas",
            [("Regla", "Quién", "Grupo", "Nmero"), ("al menos", "Chad", "A", 1)],
            '"Regla", "Quién", "Grupo"',
        ),
        ("Groups", [("Name", "Room", "Room"), ("A", "1", "2")], '"Name", "Room"'),
        ("Groups", [("Name", "Colour"), ("A", "red")], '"Name"'),
    ],
)
def test_a_column_that_is_not_read_is_told(
    tmp_path: Path, sheet: str, rows: Table, read: str
) -> None:
    """Here the last one: misspelt, there twice, or one that a table does not have."""
    source = a_workbook(tmp_path, [*LIST, ("Mali", 1)], sheets={sheet: rows})
    found = [each for each in examine(source).findings if each.place.sheet == sheet]
    column = len(rows[0])

    told_of = [each for each in found if each.code == "N-HEADER"]
    assert [(1, column)] == [(each.place.row, each.place.column) for each in told_of]
    assert told_of[0].message == (
        f'the column "{rows[0][-1]}" was not read; the columns read are {read}. '
        "Correct the heading if it was meant."
    )


@pytest.mark.parametrize(
    ("headings", "kinds"),
    [
        (
            ("Règle", "Qui", "Groupe ou avec"),
            "dans, pas dans, ensemble, séparés, au moins, au plus",
        ),
        (("Regla", "Quién", "Grupo"), "en, no en, juntos, separados, al menos, como máximo"),
        (("Rule", "Who", "With"), "in, not in, together, apart, at least, at most"),
    ],
)
def test_the_kinds_of_rules_are_told_in_the_language_of_the_sheet(
    tmp_path: Path, headings: tuple[str, ...], kinds: str
) -> None:
    """Where a kind is unknown, and where it is missing."""
    rows = [("beside", "Chad", "Kenya"), (None, "Chad", "Kenya")]

    assert [
        f'rule cannot be "beside". Write {kinds}.',
        f"the kind of rule is missing. Write {kinds}.",
    ] == told(tmp_path, "Rules", headings, *rows)
