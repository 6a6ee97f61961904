"""The store: one row at a time, limits where nothing is on disk, and one server for a folder."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from allocator.errors import CannotServe
from allocator.text import joined, say, told
from allocator.web import kept_file
from allocator.web.refusals import MemoryFull, NotThere, TooManyVersions
from allocator.web.store import Line, Shelved, Store

WORKSHOP = "a workshop"
WHEN = "2026-11-23T09:00:00+00:00"
#: A word that is in no file of the program.
CANARY = b"Kanarienland"


def a_store(folder: Path | None = None, **limits: int) -> Store:
    """A store with a workshop that has no revision yet."""
    store = Store(folder, **limits)
    store.add(Shelved(id=WORKSHOP, owner="", name="", used=WHEN))
    return store


def appended(store: Store, number: int, *files: bytes) -> Line:
    """A further revision of the workshop."""
    line = Line(
        number=number, who="Ama", when=WHEN, kind="moved", what="Moved.", content={"said": number}
    )
    store.append(WORKSHOP, "list.csv", line, files)
    return line


@pytest.fixture
def store() -> Iterator[Store]:
    """A store in memory."""
    store = a_store()
    yield store
    store.close()


def test_the_history_has_no_contents_and_a_line_has_its_own(store: Store) -> None:
    """Contents of hundreds of revisions are not read to list them."""
    lines = [appended(store, number) for number in (1, 2)]

    assert lines[1] == store.line(WORKSHOP, 2)
    assert [(1, {}), (2, {})] == [(each.number, each.content) for each in store.revisions(WORKSHOP)]
    assert 2 == store.latest(WORKSHOP)
    with pytest.raises(NotThere):
        store.line(WORKSHOP, 3)


def test_nothing_is_added_to_a_workshop_that_was_deleted(store: Store) -> None:
    """A search may end after its workshop."""
    store.delete(WORKSHOP)
    with pytest.raises(NotThere):
        appended(store, 1, b"a file")

    assert () == store.revisions(WORKSHOP)
    assert 0 == store.latest(WORKSHOP)


def test_what_is_in_memory_has_limits_in_words() -> None:
    """Bytes of all workshops, and versions of one; what is refused leaves nothing behind."""
    store = a_store(most_bytes=1_000_000, most_revisions=3)
    appended(store, 1, bytes(400_000))
    with pytest.raises(MemoryFull, match="take 1 MB, and no more is kept"):
        appended(store, 2, bytes(700_000))
    appended(store, 2, bytes(500_000))
    appended(store, 3)
    with pytest.raises(TooManyVersions, match="has 3 versions, and no more are kept"):
        appended(store, 4)

    assert 3 == store.latest(WORKSHOP)
    store.delete(WORKSHOP)
    store.add(Shelved(id=WORKSHOP, owner="", name="", used=WHEN))
    assert appended(store, 1, bytes(700_000)) == store.line(WORKSHOP, 1)
    store.close()


def test_what_is_on_disk_has_no_such_limits(tmp_path: Path) -> None:
    """The disk is the office's to fill."""
    store = a_store(tmp_path, most_bytes=10_000, most_revisions=1)
    appended(store, 1, bytes(100_000))
    appended(store, 2)

    assert 2 == store.latest(WORKSHOP)
    store.close()


def test_a_folder_has_one_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one is refused in words; once the first has ended, it may have the folder."""
    monkeypatch.setattr(kept_file, "_WAIT", 0.1)
    store = a_store(tmp_path)
    with pytest.raises(CannotServe, match="another server works with the folder"):
        Store(tmp_path)
    appended(store, 1)
    store.close()
    again = Store(tmp_path)

    assert 1 == again.latest(WORKSHOP)
    again.close()


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    """It is a file, or the file in it is a folder."""
    (tmp_path / "file").write_text("")
    (tmp_path / "folder" / kept_file.NAME).mkdir(parents=True)
    for name in ("file", "folder"):
        with pytest.raises(CannotServe, match="cannot be used"):
            Store(tmp_path / name)


@pytest.mark.parametrize("kept", [0, 100, 5_000])
def test_a_damaged_file_is_told(tmp_path: Path, kept: int) -> None:
    """Text where the tables should be, wherever it begins."""
    a_store(tmp_path).close()
    file = tmp_path / kept_file.NAME
    file.write_bytes(file.read_bytes()[:kept] + b"x" * 5_000)
    with pytest.raises(CannotServe, match="is damaged, or none of this program"):
        Store(tmp_path)


@pytest.mark.parametrize(
    "what", ["Moved.", "{x}", say("Moved {moves}.", moves=joined(", ", ["{", say("You"), 3]))]
)
def test_a_deed_is_kept_with_what_it_is_made_of(tmp_path: Path, what: str) -> None:
    """After a restart each reader has it in his language; plain text stays plain."""
    line = Line(number=1, who="Ama", when=WHEN, kind="moved", what=what, content={})
    store = a_store(tmp_path)
    store.append(WORKSHOP, "list.csv", line, ())
    store.close()
    again = Store(tmp_path)
    kept = again.line(WORKSHOP, 1).what
    again.close()

    assert [told(what, code) for code in ("en", "fr")] == [
        told(kept, code) for code in ("en", "fr")
    ]


def test_a_file_of_an_older_program_is_taken_over(tmp_path: Path) -> None:
    """Form 1 kept its deeds as English sentences only: they stay as they were told."""
    store = a_store(tmp_path)
    appended(store, 1)
    store.close()
    with sqlite3.connect(tmp_path / kept_file.NAME) as base:
        base.execute("ALTER TABLE revisions DROP COLUMN parts")
        base.execute("PRAGMA user_version = 1")
    base.close()
    store = Store(tmp_path)
    line = appended(store, 2)

    assert ["Moved.", "Moved."] == [each.what for each in store.revisions(WORKSHOP)]
    assert line == store.line(WORKSHOP, 2)
    store.close()


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    """An older program would not understand its tables; ours are numbered."""
    a_store(tmp_path).close()
    with sqlite3.connect(tmp_path / kept_file.NAME) as base:
        (form,) = base.execute("PRAGMA user_version").fetchone()
        base.execute(f"PRAGMA user_version = {kept_file.FORM + 1}")
    base.close()
    before = (tmp_path / kept_file.NAME).read_bytes()
    with pytest.raises(CannotServe, match="was used by a newer allocator"):
        Store(tmp_path)

    assert kept_file.FORM == form
    assert before == (tmp_path / kept_file.NAME).read_bytes()


def test_only_this_user_reads_the_files(tmp_path: Path) -> None:
    """Also one that was there before, and the journal beside it."""
    a_store(tmp_path).close()
    (tmp_path / kept_file.NAME).chmod(0o644)
    store = Store(tmp_path)
    appended(store, 1)

    assert {0o600} == {each.stat().st_mode & 0o777 for each in tmp_path.iterdir()}
    store.close()


def test_what_is_deleted_is_in_no_file_of_the_folder(tmp_path: Path) -> None:
    """Not in the tables, and not in the journal, which had the pages as they were."""
    store = a_store(tmp_path)
    appended(store, 1, CANARY * 1_000)
    store.add(Shelved(id="other", owner="", name="", used=WHEN))
    appended(store, 2, CANARY * 999)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir()}
    store.delete(WORKSHOP)
    after = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert CANARY in before[kept_file.NAME]
    assert set(before) == set(after) == {kept_file.NAME, f"{kept_file.NAME}-journal"}
    assert not [name for name, content in after.items() if CANARY in content]
    assert ["other"] == [each.id for each in store.workshops()]
    store.close()
    again = Store(tmp_path)
    assert ["other"] == [each.id for each in again.workshops()]
    again.close()


def test_what_a_killed_server_left_in_the_journal_is_overwritten(tmp_path: Path) -> None:
    """When the next one opens the folder; the tables are as they were."""
    store = a_store(tmp_path)
    line = appended(store, 1)
    store.close()
    journal = tmp_path / f"{kept_file.NAME}-journal"
    with journal.open("ab") as pages:
        pages.write(CANARY)
    again = Store(tmp_path)

    assert CANARY not in journal.read_bytes()
    assert line == again.line(WORKSHOP, 1)
    again.close()
