"""Sound files, which are spoiled: lists as they come every day, settings, and rosters."""

from collections.abc import Iterator
from pathlib import Path

from corpus import cells, csv_files, geometry
from corpus.sheets import Raw, a_list
from fuzz.judging import judged
from list_files import Table, a_csv, a_workbook
from ods_files import an_ods, day, number, text

from allocator.rosters import write_template

EXAMPLES = Path(__file__).parents[2] / "examples"
PEOPLE = (
    "Delegation,First name,Last name,Gender,Region,E-mail,Registration,Status",
    "Kenya,Amani,Otieno,F,Africa,a@example.org,R1,",
    "Kenya,Baraka,Mwangi,M,Africa,b@example.org,R2,",
    "Chad,Idriss,Mahamat,M,Africa,c@example.org,R3,", "Peru,Rosa,Quispe,F,GRULAC,,,",
    "Peru,Luis,Huamán,M,GRULAC,,,withdrawn", "Côte d'Ivoire,Awa,Koné,F,Africa,,,",
)  # fmt: skip
COUNTS = [("Delegation", "Delegates", "Region"), ("Kenya", 3, "Africa"), ("Chad", 2, "Africa"),
          ("Peru", 1, "GRULAC"), ("Fiji", 4, "Asia-Pacific"), ("TOTAL", 10, "")]  # fmt: skip
SHEETS: dict[str, Table] = {
    "Settings": [("Setting", "Value"), ("Meeting", "Dialogue"), ("Seed", 3), ("Small", 2)],
    "Groups": [("Group", "Room", "Capacity"), ("Red", "Room I", 9), ("Blue", "Room II", 9)],
    "Rules": [
        ("Rule", "Who", "With", "Number", "Note"),
        ("apart", "Peru; Chad", "", "", "x"),
        ("not in", "Peru", "Red", "", ""),
    ],
}
SETTINGS = """
seed = 7
balance = ["region"]
time-limit = 5
small = 2

[[group]]
name = "Group A"
room = "Room I"
capacity = 200
languages = ["en", "fr"]

[[group]]
name = "Group B"

[[rule]]
rule = "apart"
who = "Peru; Chad"

[[rule]]
rule = "in"
who = "Kenya"
group = "Group A"
note = "its minister opens there"
"""


def texts(folder: Path) -> Iterator[Path]:
    """Lists as text files."""
    yield a_csv(folder, *PEOPLE, name="people.csv")
    yield a_csv(folder, *(",".join(map(str, row)) for row in COUNTS), name="counts.csv")
    yield EXAMPLES / "lists" / "08_inc10_1994_grulac_only.csv"
    yield EXAMPLES / "council-workshop" / "late.csv"
    for case in csv_files.CASES:
        if not case.problems:
            yield case.make(_made(folder, case.name))


def workbooks(folder: Path) -> Iterator[Path]:
    """Lists as workbooks."""
    yield a_workbook(folder, COUNTS, name="counts.xlsx", sheets=SHEETS)
    yield a_workbook(folder, [line.split(",") for line in PEOPLE], name="people.xlsx")
    yield a_list(_made(folder, "formulas"), ("Kenya", Raw("<f>1+1</f><v>2</v>")), ("Chad", 1))
    yield EXAMPLES / "lists" / "04_inc11_nueva_york_1995_ES.xlsx"
    write_template(folder / "template.xlsx")
    yield folder / "template.xlsx"
    for case in (*cells.CASES, *geometry.CASES):
        if not case.problems:
            path = case.make(_made(folder, case.name))
            if path.suffix == ".xlsx":
                yield path


def older_workbooks(folder: Path) -> Iterator[Path]:
    """Lists as .ods and .xls."""
    rows = [text("Delegation") + text("Delegates") + text("Day"),
            text("Kenya") + number(2) + day("2026-11-25"), text("Chad") + number(1)]  # fmt: skip
    yield an_ods(folder, *rows)
    yield EXAMPLES / "lists" / "03_inc2_geneve_1991_participants_FR.xls"


def rosters(folder: Path) -> Iterator[Path]:
    """Rosters of several kinds: counted, named, of two sessions, and re-balanced."""
    counts = a_workbook(folder, COUNTS, name="counts.xlsx", sheets=SHEETS)
    people = a_csv(folder, *PEOPLE, name="people.csv")
    late = a_csv(folder, "Delegation,Delegates,Region", "Kenya,2,Africa", "Togo,2,Africa",
                 name="late.csv")  # fmt: skip
    for name, arguments in (
        ("counted", [counts]),
        ("named", [people, "-g", "2", "--balance", "gender"]),
        ("sessions", [counts, "--sessions", "2"]),
    ):
        path = folder / f"{name}.xlsx"
        assert judged(["allocate", *arguments, "-o", path])[0] == 0
        yield path
    path = folder / "renewed.xlsx"
    assert judged(["rebalance", folder / "counted.xlsx", "--add", late, "-o", path])[0] == 0
    yield path


def _made(folder: Path, name: str) -> Path:
    inner = folder / name
    inner.mkdir()
    return inner
