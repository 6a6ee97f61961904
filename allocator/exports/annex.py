"""``annex``: the groups as an annex to the report of the meeting, a Word document."""

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allocator.errors import PackageMissing
from allocator.explain import counted
from allocator.exports.export import Export
from allocator.rosters.edition import Edition
from allocator.text import say, told

if TYPE_CHECKING:
    from allocator.exports.document import Document


def make(edition: Edition) -> bytes:
    """Every group with its chair, rapporteur, delegations and their people; sessions in turn.

    Raises:
        PackageMissing: when python-docx is not installed.
    """
    try:
        from allocator.exports.document import Document  # noqa: PLC0415 - of an extra
    except ModuleNotFoundError as error:
        raise PackageMissing(what=EXPORT.name, package="python-docx", extra="word") from error
    document = Document(edition)
    title = told(say("Annex"), edition.language)
    document.heading(title, 0)
    document.heading(told(say("Composition of the groups"), edition.language), 1)
    for line in (edition.meeting, edition.event):
        document.line(line)
    for session in edition.by_session:
        for index in range(len(session.groups)):
            _write_group(document, session, index)
    return _dateless(document.content(title))


def _write_group(document: "Document", edition: Edition, index: int) -> None:
    group, blank = edition.groups[index], edition.say("group.blank")
    document.heading(edition.in_session(group.name), 2)
    sizes = (
        counted(group.delegates, "people", edition.language),
        counted(group.delegations, "delegations", edition.language),
    )
    document.line(edition.say("group.chair", name=group.chair or blank), follows=True)
    document.line(edition.say("group.rapporteur", name=group.rapporteur or blank), follows=True)
    if group.room:
        document.line(edition.room(group.room), follows=True)
    document.line(" · ".join(sizes), follows=True)
    document.table(
        (edition.heading("delegation"), edition.heading("people")), _delegations(edition, index)
    )


def _delegations(edition: Edition, index: int) -> Sequence[tuple[str, int]]:
    """Delegations of a group, A to Z, with how many of their people are in it."""
    outcome = edition.outcome
    seats = [(each.name, outcome.seats_of(each)[index]) for each in edition.a_to_z]
    return [(name, people) for name, people in seats if people]


def _dateless(content: bytes) -> bytes:
    """The same file without the time at which it was packed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as packed,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in packed.namelist():
            archive.writestr(zipfile.ZipInfo(name), packed.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


EXPORT = Export(
    name="annex",
    about=say("the groups as an annex to the report, for Word"),
    ending=".docx",
    make=make,
    whole=True,
)
