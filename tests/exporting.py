"""Rosters for the tests of exports, and readers of their files that are not ours."""

import csv
import io
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from outcomes import a_head_count_list, an_outcome
from rebalancing.second_versions import following

from allocator.allocation import Outcome
from allocator.enrolment.enrol import Entry, enrol
from allocator.findings import Place
from allocator.settings import Group, Settings
from allocator.solve import Choice
from allocator.workshop import Workshop

#: When the rosters of these tests were written.
WRITTEN = "2026-11-23T09:30:00+00:00"
SETTINGS = Settings(
    meeting="Council, 115th session", theme="Water", date="2026-11-23", time="10:00-13:00"
)
GROUPS = (Group(name="Group 1", room="Salle Âme"), Group(name="Group 2", room="Room; B"))
#: Delegation, title, first and last name, function, language, e-mail.
PEOPLE = (
    ("France", "Mme", "Zoé", "Ñandú", "Minister", "French", "zoe@example.org"),
    ("Kenya", "Mr", "Ali", "=SUM(A1)", "+Official", "English", "+ali.k@example.org"),
    ("France", "M.", "Émile", "O'Abel", "-Official", "fr", "Emile <e@example.org>"),
    ("Brazil", "Ms", "Ana", "Souza, Jr", "@Adviser", "Spanish; English", "ana@example.org"),
    ("Oman", "Ms", "عائشة", "البوسعيدي", "Minister", "Arabic", "o@example.org; p@example.org"),
    ("Chad", "Mr", "<b>Ide</b>", '"Hot"', "Official", "Chinese", "nobody at example"),
    ("Fiji", "Mr", "Joe", "Tuilagi", "Official", "", ""),
)
FIELDS = ("title", "first_name", "last_name", "function", "language", "email")


def counted(language: str = "en") -> Outcome:
    """Rosters of head-counts."""
    return _written(an_outcome(a_head_count_list(language=language), GROUPS, settings=SETTINGS))


def peoplea_list(language: str = "en") -> Workshop:
    """A list of people: hostile names, two addresses in a cell, one that is none, one missing."""
    return a_list(PEOPLE, language)


def named(language: str = "en", settings: Settings = SETTINGS) -> Outcome:
    """Rosters of people."""
    return _written(an_outcome(peoplea_list(language), GROUPS, settings=settings))


def without_addresses() -> Outcome:
    """Rosters of people of whom nobody has an e-mail address."""
    entries = [
        Entry(place=Place(row=number), delegation=row[0], traits={"last_name": row[3]})
        for number, row in enumerate(PEOPLE, start=2)
    ]
    delegations, notices = enrol(entries)
    workshop = Workshop(delegations=delegations, notices=notices)
    return _written(an_outcome(workshop, GROUPS, settings=SETTINGS))


def renewed(folder: Path) -> Outcome:
    """A second version: four of Group 1 withdraw, one is new, and somebody has to move.

    Of the two officials of Oman without a name nobody can say who is who.
    """
    gone = ("Kenya 1", "Togo 1", "Chile 1", "Chad 1")
    before = [*_staff(), *_nameless("Oman", 2)]
    after = [row for row in before if row[3] not in gone]
    old = an_outcome(a_list(before), GROUPS, settings=SETTINGS)
    new = replace(a_list([*after, ("Fiji", "", "Joe", "New", "", "fr", "")]), settings=SETTINGS)
    return following(folder, old, new, Choice(tolerance=0))


def renewed_counts(folder: Path) -> Outcome:
    """A second version of head-counts: two delegations of Group 1 withdraw, one has two more."""
    heads = {"France": 4, "Kenya": 1, "Brazil": 1, "Togo": 1, "Malta": 1, "Chile": 1, "Peru": 1}
    old = an_outcome(a_head_count_list(heads), GROUPS, settings=SETTINGS)
    after = {name: people for name, people in heads.items() if name not in ("Kenya", "Togo")}
    new = replace(a_head_count_list({**after, "France": 5, "Fiji": 3}), settings=SETTINGS)
    return following(folder, old, new, Choice(tolerance=0))


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF, as Poppler reads it, words parted by single spaces."""
    command = ["pdftotext", "-layout", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    return [" ".join(page.split()) for page in said.decode("utf-8").split("\f")[:-1]]


def rows_of(content: bytes) -> list[list[str]]:
    """A CSV file with its byte order mark, as Python reads it."""
    assert content.startswith(b"\xef\xbb\xbf")
    return rows_without_mark(content.removeprefix(b"\xef\xbb\xbf"))


def rows_without_mark(content: bytes) -> list[list[str]]:
    """A CSV file without a byte order mark, as Python reads it; every line ends as in Windows."""
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def _staff() -> list[tuple[str, ...]]:
    """One person of each of ten delegations, with addresses but for the last."""
    names = ("Kenya", "Brazil", "Togo", "Malta", "Chile", "Peru", "Chad", "Cuba", "Mali", "Nauru")
    rows = [
        (name, "Ms", "Ana", f"{name} 1", "", "Spanish", f"{name.casefold()}@example.org")
        for name in names
    ]
    return [*rows[:-1], (*rows[-1][:-1], "")]


def _nameless(delegation: str, people: int) -> list[tuple[str, ...]]:
    return [(delegation, "Mr", "", "", "Official", "", "")] * people


def a_list(rows: Sequence[tuple[str, ...]], language: str = "en") -> Workshop:
    """A list with these people: delegation, then ``FIELDS``."""
    entries = [
        Entry(
            place=Place(row=number),
            delegation=row[0],
            traits={field: text for field, text in zip(FIELDS, row[1:], strict=True) if text},
        )
        for number, row in enumerate(rows, start=2)
    ]
    delegations, notices = enrol(entries)
    return Workshop(delegations=delegations, notices=notices, language=language)


def _written(outcome: Outcome) -> Outcome:
    return replace(outcome, written=WRITTEN)
