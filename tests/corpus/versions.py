"""What may go wrong between two versions of rosters: R1 to R12, each made in a folder."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import openpyxl
from list_files import patched
from openpyxl.cell.cell import Cell, MergedCell
from rebalancing.renewals import (
    HEADS,
    TWO,
    a_list,
    a_named_list,
    allocated,
    edit,
    people_of,
    renewed,
    run,
    values,
)


class Given(NamedTuple):
    """What ``rebalance`` is given: the rosters, and the options without the output."""

    rosters: Path
    options: tuple[object, ...]


#: What a case makes in a folder.
Make = Callable[[Path], Given]
GHANA_OF_MORE = {**HEADS, "Ghana": 6}


def first(folder: Path, *options: object) -> Path:
    """The rosters of the usual list."""
    return allocated(a_list(folder, HEADS), *options)


def first_of_people(folder: Path) -> Path:
    """The rosters of the usual list, with names."""
    return allocated(a_named_list(folder, people_of(HEADS)))


def again(folder: Path, rosters: Path, *options: object) -> Given:
    """The usual list once more."""
    return Given(rosters, ("--list", a_list(folder, HEADS), *options))


def cell_with(book: openpyxl.Workbook, sheet: str, value: object) -> Cell:
    """The first cell of a sheet with this value."""
    cell = next(c for row in book[sheet].iter_rows() for c in row if c.value == value)
    assert not isinstance(cell, MergedCell)
    return cell


def another_event(folder: Path) -> Given:
    """R1: none of the delegations is on the list."""
    return Given(first(folder), ("--list", a_list(folder, {"Italy": 3, "Spain": 4}, "other.csv")))


def a_template_for_rosters(folder: Path) -> Given:
    """R1: what is given as rosters is a workbook of another kind."""
    path = folder / "template.xlsx"
    assert 0 == run("template", "-o", path).exit_code
    return again(folder, path)


def misspelt_group(folder: Path) -> Given:
    """R2: in the table of groups, and not on the tab."""
    rosters = first(folder)
    edit(rosters, lambda book: setattr(cell_with(book, "Groups", "Group 2"), "value", "Gruop 2"))
    return again(folder, rosters)


def misspelt_group_of_a_person(folder: Path) -> Given:
    """R2: beside a name in the list of delegates."""
    rosters = first_of_people(folder)
    edit(rosters, lambda book: setattr(cell_with(book, "Delegates", "Group 2"), "value", "Gruop 2"))
    return Given(rosters, ("--list", folder / "people.csv"))


def a_delegation_in_two_groups(folder: Path) -> Given:
    """R3: the row of a delegation of one, copied to the other roster."""
    rosters = first(folder)

    def copy(book: openpyxl.Workbook) -> None:
        row = next(row for row in book["Group 1"].iter_rows(min_row=6) if row[3].value == 1)
        book["Group 2"].append([cell.value for cell in row])

    edit(rosters, copy)
    return again(folder, rosters)


def a_person_in_two_groups(folder: Path) -> Given:
    """R3: the row of a person, copied to the other roster."""
    rosters = first_of_people(folder)
    edit(rosters, lambda book: book["Group 2"].append([c.value for c in book["Group 1"][6]]))
    return Given(rosters, ("--list", folder / "people.csv"))


def without(sheet: str) -> Make:
    """R4: a sheet was deleted."""

    def make(folder: Path) -> Given:
        rosters = first(folder)
        edit(rosters, lambda book: book.remove(book[sheet]))
        return again(folder, rosters)

    return make


def a_pin_to_a_lost_group(folder: Path) -> Given:
    """R5: a pin to the third of three groups, which become two."""
    rosters = first(folder, "-g", 3)
    edit(rosters, lambda book: book["Rules"].append(["in", "Kenya", "Group 3"]))
    return again(folder, rosters, "-g", 2)


def a_pin_to_no_group(folder: Path) -> Given:
    """R5: a pin to a group that neither these rosters nor those before had."""
    rosters = first(folder)
    edit(rosters, lambda book: book["Rules"].append(["in", "Kenya", "Group 9"]))
    return again(folder, rosters)


def small_rooms(folder: Path) -> Given:
    """R11: 7 and 8 seats for 26 people."""
    settings = folder / "event.toml"
    rooms = "".join(f'[[group]]\nname = "Group {n}"\ncapacity = {6 + n}\n' for n in (1, 2))
    settings.write_text(rooms, encoding="utf-8")
    return again(folder, first(folder), "--settings", settings)


def renamed(folder: Path) -> Given:
    """R6: an organization with another name."""
    old, new = ({**HEADS, name: 2} for name in ("World Bank Group", "World Bank"))
    return Given(allocated(a_list(folder, old)), ("--list", a_list(folder, new, "new.csv")))


def saved_before(folder: Path) -> Given:
    """R7: a workbook that was saved in 2001."""
    path = folder / "old.xlsx"
    book = openpyxl.Workbook()
    for name, people in {"Delegation": "Delegates", **GHANA_OF_MORE}.items():
        book.worksheets[0].append([name, people])
    book.save(path)
    with ZipFile(path) as archive:
        (now,) = re.findall(rb":modified[^>]*>([^<]+)<", archive.read("docProps/core.xml"))
    return Given(
        first(folder), ("--list", patched(path, "docProps/core.xml", now, b"2001-02-03T04:05:06Z"))
    )


def before_the_addition(folder: Path) -> Given:
    """R7: the first list again, after somebody came late."""
    rosters = first(folder)
    renewed(rosters, "--add", a_list(folder, {"Chad": 2}, "late.csv"), name="second.xlsx")
    return again(folder, folder / "second.xlsx")


def edited_everywhere(folder: Path) -> Given:
    """R9: two small delegations were exchanged in every sheet, so that only the checksum tells."""
    rosters = first(folder)
    one, other = ({row[0] for row in values(rosters, group)[5:] if row[3] == 1} for group in TWO)
    swap = {(a := str(one.pop())): (b := str(other.pop())), b: a}

    def exchange(book: openpyxl.Workbook) -> None:
        for title in (*TWO, "Delegations"):
            for row in book[title].iter_rows(max_col=1):
                row[0].value = swap.get(str(row[0].value), row[0].value)

    edit(rosters, exchange)
    return again(folder, rosters)


def fewer_groups(folder: Path) -> Given:
    """R10: two groups after three."""
    return again(folder, first(folder, "-g", 3), "-g", 2)


def no_change(folder: Path) -> Given:
    """R12: the same list."""
    return again(folder, first(folder))
