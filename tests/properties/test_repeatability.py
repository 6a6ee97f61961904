"""The same list gives the same workbook: run after run, wherever and however it is sent.

One file gives one workbook, byte for byte. Two files of one list - csv or workbook, any separator
and encoding, columns in any order - give workbooks that differ in nothing but what they say of the
file: its name and SHA-256 in the Record, its places in the Notices.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner
from faulted import EPOCH, run
from hypothesis import given
from hypothesis import strategies as st
from properties.tables import FORMS, WORKBOOK, Form, Table, tables
from properties.workbooks import but_for_the_source

from allocator.cli import main
from examples import examples

COUNCIL = Table(
    headings=("Delegation", "Delegates", "Region", "Category"),
    rows=(
        ("Perú", 4, "Amérique", "State"),
        ("Côte d’Ivoire", 3, "Afrique", "State"),
        ("Fiji", 1, "Pacific", "State"),
        ("İzmir Enstitüsü", 2, "Europe", "NGO"),
        ("=Kenya", 5, "Afrique", "State"),
        ("ISSEI", 1, "Europe", "NGO"),
    ),
)
#: What five colleagues run: hash seed, locale, and how the list is sent.
COLLEAGUES = [
    ("0", "C", FORMS[0]),
    ("17", "tr_TR.UTF-8", FORMS[1]),
    ("4294967295", "ar_EG.UTF-8", FORMS[2]),
    ("3", "POSIX", FORMS[3]),
    ("4", "fr_FR.UTF-8", WORKBOOK),
]


def rosters(table: Table, form: Form, folder: Path, *options: str) -> Path:
    """The workbook that the program makes of a list; its recorded moment is always the same."""
    folder.mkdir(exist_ok=True)
    source, output = form.file(table, folder), folder / "rosters.xlsx"
    words = ["allocate", str(source), "-o", str(output), "--force", *options]
    done = CliRunner(env={"SOURCE_DATE_EPOCH": EPOCH}).invoke(main, words)
    assert 0 == done.exit_code, done.output
    return output


@pytest.mark.parametrize(("hash_seed", "locale", "form"), COLLEAGUES)
def test_five_colleagues_get_one_workbook(
    tmp_path: Path, hash_seed: str, locale: str, form: Form
) -> None:
    """P11: five processes, each with another hash seed, locale, separator, encoding and format."""
    expected = rosters(COUNCIL, FORMS[0], tmp_path / "usual")
    folder = tmp_path / "colleague"
    folder.mkdir()
    source = form.file(COUNCIL, folder)
    surroundings = {"PYTHONHASHSEED": hash_seed, "LC_ALL": locale, "LANG": locale}
    done = run(folder, "allocate", source.name, "-o", "rosters.xlsx", **surroundings)

    assert 0 == done.returncode, done.stderr
    assert but_for_the_source(expected) == but_for_the_source(folder / "rosters.xlsx")
    if form == FORMS[0]:
        assert expected.read_bytes() == (folder / "rosters.xlsx").read_bytes()


@examples(6)
@given(tables(), st.sampled_from(FORMS), st.sampled_from("23"), st.integers(0, 99))
def test_any_list_gives_one_workbook_in_every_form(
    tmp_path_factory: pytest.TempPathFactory, table: Table, form: Form, groups: str, seed: int
) -> None:
    """P11: the same file twice to the byte; the same list in another form but for the source."""
    folder = tmp_path_factory.mktemp("forms")
    options = ("-g", groups, "--seed", str(seed))
    one, again, other = (
        rosters(table, sent, folder / where, *options)
        for where, sent in (("one", FORMS[0]), ("again", FORMS[0]), ("other", form))
    )

    assert one.read_bytes() == again.read_bytes()
    assert but_for_the_source(one) == but_for_the_source(other)


@examples(8)
@given(tables(), st.sampled_from(FORMS), st.data())
def test_the_order_of_columns_and_unknown_ones_do_not_matter(
    tmp_path_factory: pytest.TempPathFactory, table: Table, form: Form, data: st.DataObject
) -> None:
    """P8: columns permuted, and one more that the program has no use for."""
    folder = tmp_path_factory.mktemp("columns")
    texts = data.draw(
        st.lists(st.sampled_from(("", "vegetarian", "12", "see note", "=A1")),
                 min_size=len(table.rows), max_size=len(table.rows))
    )  # fmt: skip
    wide = table.beside("Shoe size", texts)
    columns = data.draw(st.permutations(range(len(wide.headings))))

    one = rosters(table, form, folder / "one")
    other = rosters(wide.ordered(columns), form, folder / "other")

    assert but_for_the_source(one) == but_for_the_source(other)
