"""What a TOML file says about the session."""

from pathlib import Path

import pytest

from allocator.errors import ListRefused
from allocator.file_errors import CannotRead
from allocator.intake import read_settings
from allocator.intake.setting_values import languages
from allocator.settings import Group, Settings, SmallSeating

#: What the refusal of a number of groups asks for.
NUMBERS_WANTED = (
    'Write a whole number, at least 1, or up to 5 different ones such as "2; 3", or "auto".'
)


def a_toml(folder: Path, text: str) -> Path:
    """A settings file."""
    path = folder / "event.toml"
    path.write_text(text, "utf-8")
    return path


def refused(path: Path) -> list[str]:
    """The messages of all problems of a settings file."""
    with pytest.raises(ListRefused) as raised:
        read_settings(path)
    assert {each.code for each in raised.value.findings} == {"E-SETTING"}
    return [each.message for each in raised.value.findings]


def test_a_settings_file_is_read(tmp_path: Path) -> None:
    """Keys with ``-`` or ``_``, groups as tables."""
    path = a_toml(
        tmp_path,
        """
        meeting = "Council"
        groups = 2
        small-seating = "apart"
        max_group_size = 45
        balance = ["gender", "level"]
        time-limit = 20
        [[group]]
        name = "A"
        capacity = 40
        languages = ["en", "fr"]
        [[group]]
        name = "B"
        """,
    )

    assert read_settings(path) == Settings(
        meeting="Council",
        groups=2,
        small_seating=SmallSeating.APART,
        max_group_size=45,
        balance=("gender", "level"),
        time_limit=20.0,
        group_table=(Group(name="A", capacity=40, languages=("en", "fr")), Group(name="B")),
    )


def test_all_problems_of_a_settings_file_are_told(tmp_path: Path) -> None:
    """Unknown keys with a suggestion, wrong types, groups without names, names twice."""
    messages = refused(
        a_toml(
            tmp_path,
            """
            sed = 1
            groups = true
            small = -1
            balance = [1]
            workers = 1.5
            [[group]]
            room = "1"
            [[group]]
            name = "A"
            colour = "red"
            [[group]]
            name = "A"
            """,
        )
    )

    assert messages == [
        'there is no setting "sed". Did you mean "seed"?',
        f'groups cannot be "True". {NUMBERS_WANTED}',
        'small cannot be "-1". Write a whole number, at least 0.',
        'balance cannot be "[1]". Write a list of texts.',
        'workers cannot be "1.5". Write a whole number, at least 1.',
        'name cannot be "". Write the name of the group.',
        'there is no setting "group.colour". Correct or remove it.',
        'two groups are called "A". Give each its own name.',
    ]


@pytest.mark.parametrize("text", ['"3,2"', '"2; 3"', "[2, 3]"])
def test_several_numbers_of_groups_are_read_in_ascending_order(tmp_path: Path, text: str) -> None:
    """As a text, or as an array."""
    assert (2, 3) == read_settings(a_toml(tmp_path, f"groups = {text}")).groups


@pytest.mark.parametrize(
    "text", ['"2,,x"', '"0,2"', '"2,2"', '"2,"', "[2]", "[2, 2]", "[2, true]", "[]", "2.3"]
)
def test_a_malformed_list_of_numbers_is_told(tmp_path: Path, text: str) -> None:
    """E-SETTING with a form that would do; nothing is guessed."""
    (message,) = refused(a_toml(tmp_path, f"groups = {text}"))

    assert message.endswith(NUMBERS_WANTED)


@pytest.mark.parametrize("text", ["meeting =", "= 3", "[group"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, text: str) -> None:
    """With the line that tomllib names."""
    assert "not valid TOML" in refused(a_toml(tmp_path, text))[0]


def test_brackets_without_end_are_told(tmp_path: Path) -> None:
    """They are more than tomllib can follow."""
    (message,) = refused(a_toml(tmp_path, "groups = " + "[" * 100_000))

    assert "too many brackets within each other" in message


def test_a_settings_file_above_10_mb_is_refused(tmp_path: Path) -> None:
    """Before anything in it is read, as a list is."""
    with pytest.raises(ListRefused) as raised:
        read_settings(a_toml(tmp_path, "#" * 10_000_001))

    assert ["E-SIZE"] == [each.code for each in raised.value.findings]


@pytest.mark.parametrize("text", ["group = 3", "group = [1]"])
def test_groups_are_tables(tmp_path: Path, text: str) -> None:
    """Anything else under ``group`` is told."""
    assert len(refused(a_toml(tmp_path, text))) == 1


def test_a_missing_settings_file_cannot_be_read(tmp_path: Path) -> None:
    """Exit code 6."""
    with pytest.raises(CannotRead):
        read_settings(tmp_path / "nothing.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[group]\nname = "A"\n', "write [[group]], with two brackets"),
        ("meeting = Council\n", "text must stand in quotation marks"),
        ('[[group]]\nname = "A"\ncapasity = 9\n', 'Did you mean "capacity"?'),
    ],
)
def test_the_usual_slips_in_a_settings_file_are_told_with_the_remedy(
    tmp_path: Path, text: str, told: str
) -> None:
    """One bracket, text without quotation marks, a misspelt word."""
    path = tmp_path / "event.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ListRefused) as refused:
        read_settings(path)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    "said",
    [
        "en, fr, es",
        "en fr es",
        "en/fr/es",
        "anglais, français, espagnol",
        "English; fr es",
        "English, French and Spanish",
        "anglais, français et espagnol",
        "en o fr y es",
    ],
)
def test_languages_may_be_parted_as_people_part_them(said: str) -> None:
    """Commas, semicolons, blanks, strokes, *and* or *or*; names stay whole."""
    assert ("en", "fr", "es") == languages(said)
