"""The columns that a form fills in itself, and those in which people answered."""

from pathlib import Path

from list_files import a_csv, notices

from allocator.intake import examine
from allocator.intake.manner import Reading
from allocator.intake.reading import examine_file

HEAD = "ID,Email,Name,Country,First name,Last name,E-mail address"


def test_addresses_are_where_addresses_are(tmp_path: Path) -> None:
    """A form without a sign-in knows everybody as "anonymous"."""
    found = examine(
        a_csv(tmp_path, HEAD, "1,anonymous,Anonymous,Chad,Ana,Li,a@x.org",
              "2,anonymous,Anonymous,Mali,Bo,Wu,b@x.org")
    )  # fmt: skip
    (told,) = notices(found, "N-HEADER")

    assert '"E-mail address" (G) is the email' in told
    assert found.workshop is not None
    assert ["Ana Li", "Bo Wu"] == [
        person.name for each in found.workshop.delegations for person in each.delegates
    ]


def test_the_first_column_with_addresses_is_kept(tmp_path: Path) -> None:
    """With a sign-in, the address of the account is as good; and a name that differs is a name."""
    found = examine(
        a_csv(tmp_path, HEAD, "1,x@x.org,Ana M. Li,Chad,Ana,Li,a@x.org",
              "2,y@x.org,Bo Wu,Mali,Bo,Wu,b@x.org")
    )  # fmt: skip
    (told,) = notices(found, "N-HEADER")

    assert '"Email" (B) is the email' in told
    assert '"Name" (C) is the name' in told


def test_columns_that_were_chosen_stay(tmp_path: Path) -> None:
    """The user may know what nobody else sees in them."""
    path = a_csv(
        tmp_path, HEAD, "1,anon,Anon,Chad,Ana,Li,a@x.org", "2,anon,Anon,Mali,Bo,Wu,b@x.org"
    )
    found = examine_file(path, Reading(columns={"email": "B", "name": "C"}))
    (told,) = notices(found, "N-HEADER")

    assert '"Email" (B) is the email' in told
    assert '"Name" (C) is the name' in told


def test_a_list_without_addresses_keeps_its_column(tmp_path: Path) -> None:
    """Nothing better is found, so nothing is changed."""
    (told,) = notices(examine(a_csv(tmp_path, "Country,Name,Email", "Chad,Ana,n/a")), "N-HEADER")

    assert '"Email" (C) is the email' in told


def test_a_name_that_repeats_its_parts_is_not_printed_twice(tmp_path: Path) -> None:
    """Whatever their order; one that says more is kept."""
    head = "Country,Name,First name,Last name"
    same = a_csv(tmp_path, head, "Chad,Ana LI,Ana,Li", "Mali,Wu Bo,Bo,Wu", "Togo,,Cy,Ng")
    more = a_csv(tmp_path, head, "Chad,Ana Li,Ana,Li", "Mali,Bo J. Wu,Bo,Wu", name="more.csv")

    assert "is the name" not in notices(examine(same), "N-HEADER")[0]
    assert '"Name" (B) is the name' in notices(examine(more), "N-HEADER")[0]
