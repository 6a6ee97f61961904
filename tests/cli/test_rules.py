"""Rules of the event from the command line: written anywhere, kept, carried along and verified."""

import json
from pathlib import Path

import openpyxl
import pytest
from list_files import a_workbook
from rebalancing.renewals import HEADS, edit, run, seats, values

LIST = (("Delegation", "Delegates"), *HEADS.items())
HEADINGS = ("Rule", "Who", "Group or With", "Number", "Note")


def allocated(source: Path, *options: object) -> dict[str, set[str]]:
    """Delegation -> the groups in which it sits, from the answer of ``allocate``."""
    output = source.with_name("rosters.xlsx")
    result = run("allocate", source, "-o", output, "--json", "--force", *options)
    assert 0 == result.exit_code, result.stderr
    groups: dict[str, set[str]] = {}
    for seat in json.loads(result.stdout)["assignments"]:
        groups.setdefault(seat["delegation"], set()).add(seat["group"])
    return groups


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        (
            "Rules",
            [
                HEADINGS,
                ("in", "Kenya", "Group 2"),
                ("not in", "Peru", "Group 2"),
                ("together", "Fiji", "Nepal"),
                ("apart", "Malta", "Togo"),
                ("at least", "Chile; Cuba", "Group 1", 1),
                ("at most", "Chile; Cuba", "Group 1", 1),
            ],
        ),
        (
            "Règles",
            [
                ("Règles",),
                ("Règle", "Qui", "Groupe ou avec", "Nombre", "Remarque"),
                ("Dans", "KEN", "Group 2", None, "demande du ministre"),
                ("pas dans", "Pérou", "Group 2"),
                ("Ensemble", "Fidji", "Népal"),
                ("séparés", "Malte", "Togo"),
                ("au moins", "Chili; Cuba", "Group 1", 1),
                ("AU PLUS", "Chili\nCuba", "Group 1", 1),
            ],
        ),
        (
            "Reglas",
            [
                ("Regla", "Quién", "Grupo o con", "Número", "Nota"),
                ("en", "Kenya", "Group 2"),
                ("no en", "Perú", "Group 2"),
                ("juntos", "Fiji; Nepal"),
                ("Separados", "Malta; Togo"),
                ("al menos", "Chile; Cuba", "Group 1", "1"),
                ("como máximo", "Chile; Cuba", "Group 1", 1.0),
            ],
        ),
    ],
)
def test_rules_of_the_sheet_are_kept(
    tmp_path: Path, sheet: str, rows: list[tuple[object, ...]]
) -> None:
    """In three languages, with official names of States and ISO codes."""
    groups = allocated(a_workbook(tmp_path, LIST, sheets={sheet: rows}), "-g", 2)

    assert {"Group 2"} == groups["Kenya"]
    assert {"Group 1"} == groups["Peru"]
    assert groups["Fiji"] == groups["Nepal"]
    assert groups["Malta"] != groups["Togo"]
    assert groups["Chile"] != groups["Cuba"]


def test_rules_of_a_settings_file_stand_in_for_those_of_the_sheet(tmp_path: Path) -> None:
    """Kenya must be in Group 1 by the file and in Group 2 by the sheet; the file holds, alone."""
    rows = (HEADINGS, ("in", "Kenya", "Group 2"), ("apart", "Malta", "Togo"))
    source = a_workbook(tmp_path, LIST, sheets={"Rules": rows})
    event = tmp_path / "event.toml"
    event.write_text(
        '[[rule]]\nrule = "in"\nwho = "Kenya"\ngroup = "Group 1"\n\n'
        '[[rule]]\nrule = "ensemble"\nwho = "Malta"\nwith = "Togo"\n\n'
        '[[rule]]\nrule = "at most"\nwho = "region = Asia-Pacific"\nnumber = 1\n',
        encoding="utf-8",
    )
    groups = allocated(source, "-g", 2, "--settings", event)

    assert {"Group 1"} == groups["Kenya"]
    assert groups["Malta"] == groups["Togo"]
    assert groups["Fiji"] != groups["Nepal"]


def test_a_list_of_people_keeps_rules_about_persons_values_and_languages(tmp_path: Path) -> None:
    """Someone by number, all women, and who follows what; the roster is proven and verified."""
    people = [
        ("Delegation", "First name", "Last name", "Gender", "Language", "Registration"),
        ("Kenya", "Ann", "Abo", "F", "English", "R1"),
        ("Kenya", "Bo", "Cho", "M", "French", "R2"),
        ("Peru", "Cy", "Diaz", "M", "Spanish; French", "R3"),
        ("Peru", "Eva", "Fuentes", "F", "Spanish", "R4"),
        ("Fiji", "Flo", "Gau", "F", None, "R5"),
        ("Malta", "Gus", "Hili", "M", "English", "R6"),
    ]
    groups = [("Name", "Languages"), ("A", "English; Spanish"), ("B", "anglais, français; es")]
    rows = [HEADINGS, ("in", "R5", "A"), ("at least", "Gender = f", None, 1),
            ("together", "Gus Hili", "Cho, Bo")]  # fmt: skip
    source = a_workbook(tmp_path, people, sheets={"Groups": groups, "Rules": rows})
    result = run("allocate", source, "-o", tmp_path / "rosters.xlsx", "--json")
    assert 0 == result.exit_code, result.stderr
    told = json.loads(result.stdout)
    where = {each["name"]: each["group"] for each in told["delegates"]}

    assert "optimal" == told["status"]
    assert ("A", "B", "B") == (where["Flo Gau"], where["Bo Cho"], where["Gus Hili"])
    assert {"A", "B"} == {where[name] for name in ("Ann Abo", "Eva Fuentes", "Flo Gau")}
    assert 0 == run("verify", tmp_path / "rosters.xlsx", "--prove").exit_code


@pytest.fixture
def rosters(tmp_path: Path) -> Path:
    """Rosters that keep two rules."""
    rows = [HEADINGS, ("in", "Kenya", "Group 2", None, "asked for"), ("apart", "Malta", "Togo")]
    allocated(a_workbook(tmp_path, LIST, sheets={"Rules": rows}), "-g", 2)
    return tmp_path / "rosters.xlsx"


def test_the_workbook_carries_the_rules(rosters: Path) -> None:
    """As they were written, in their order, with the note; and they verify."""
    found = [row for row in values(rosters, "Rules") if row[1]]

    assert [
        HEADINGS,
        ("in", "Kenya", "Group 2", None, "asked for"),
        ("apart", "Malta", "Togo", None, None),
    ] == found
    assert 0 == run("verify", rosters, "--prove").exit_code


def test_the_workbook_says_kinds_in_its_language_and_reads_them_back(tmp_path: Path) -> None:
    """French rosters of an English list."""
    rows = [HEADINGS, ("not in", "Kenya", "Groupe 2"), ("at most", "Malta; Togo", None, 1)]
    source = a_workbook(tmp_path, LIST, sheets={"Rules": rows})
    groups = allocated(source, "-g", 2, "--language", "fr")
    book = tmp_path / "rosters.xlsx"

    assert {"Groupe 1"} == groups["Kenya"]
    assert ["pas dans", "au plus"] == [row[0] for row in values(book, "Règles") if row[1]][1:]
    assert 0 == run("verify", book, "--prove").exit_code


def test_a_seat_that_breaks_a_rule_is_a_contradiction(rosters: Path) -> None:
    """Kenya changes places with another delegation of one: exit code 3, and the rule is named."""
    other = next(name for name, group in seats(rosters) if group == "Group 1" and HEADS[name] == 1)
    swap = {"Kenya": other, other: "Kenya"}

    def exchange(book: openpyxl.Workbook) -> None:
        for title in ("Group 1", "Group 2", "Delegations"):
            for row in book[title].iter_rows(max_col=1):
                row[0].value = swap.get(str(row[0].value), row[0].value)

    edit(rosters, exchange)
    result = run("verify", rosters)

    assert 3 == result.exit_code
    assert "Kenya in Group 2: 1 sit elsewhere" in result.stderr


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["in", "Kenya", "Group 1"], "Kenya in Group 1: 1 sit elsewhere"),
        (["together", "Malta; Togo"], "Malta and Togo together: they sit in different groups"),
        (["at most", "France; Ghana", None, 1], "at most 1 of France and Ghana in every group"),
    ],
)
def test_a_rule_that_is_added_and_broken_is_a_contradiction(
    rosters: Path, row: list[object], told: str
) -> None:
    """A new row in the sheet Rules that the rosters do not keep: exit code 3, and it is named."""
    edit(rosters, lambda book: book["Rules"].append(row))
    result = run("verify", rosters)

    assert 3 == result.exit_code
    assert told in result.stderr


def test_a_rule_that_is_added_and_kept_is_no_contradiction(rosters: Path) -> None:
    """The sheet Rules may be changed by anybody."""
    edit(rosters, lambda book: book["Rules"].append(["together", "Kenya", "Kenia; France"]))

    assert 3 == run("verify", rosters).exit_code
    edit(
        rosters,
        lambda book: setattr(book["Rules"].cell(book["Rules"].max_row, 3), "value", "France"),
    )
    assert 0 == run("verify", rosters).exit_code


def test_rules_that_contradict_each_other_end_with_4(tmp_path: Path) -> None:
    """Nothing is written."""
    rows = [HEADINGS, ("in", "Kenya", "Group 2"), ("not in", "Kenya", "Group 2")]
    source = a_workbook(tmp_path, LIST, sheets={"Rules": rows})
    result = run("allocate", source, "-o", tmp_path / "rosters.xlsx", "-g", 2)

    assert 4 == result.exit_code
    assert "E-RULES" in result.stderr
    assert not (tmp_path / "rosters.xlsx").exists()
