"""From rosters to the file of another system: asks first whether they have what it needs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from allocator.allocation import Outcome
from allocator.errors import ExportRefused, UsageProblem
from allocator.exports.bcc import addresses_of_groups
from allocator.exports.catalog import FORMATS, export_to, exports
from allocator.exports.export import Export, Need
from allocator.exports.people import missing_addresses
from allocator.findings import Finding, Severity
from allocator.rosters.edition import Edition, edition_of
from allocator.rosters.writing import present
from allocator.text import Text, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file for another system, and what whoever takes it there has to know."""

    content: bytes
    notices: tuple[Finding, ...] = ()


def export(rosters: Outcome, to: str, *, language: str = "", session: int = 1) -> bytes:
    """The rosters as another system takes them: the bytes of a file.

    ``to`` is the name of a format, as ``allocator export --to`` takes it (docs/exports.md).
    ``language`` is that of the headings and sentences; by default that of the rosters.
    ``session`` counts from 1; formats of one session take it.

    Raises:
        ExportRefused: when the rosters lack what the format needs.
        UsageProblem: when there is no such format, ending or session.
    """
    return exported(rosters, to, language=language, session=session).content


def exported(
    rosters: Outcome, to: str, *, ending: str = "", language: str = "", session: int = 1
) -> Exported:
    """The file, and the notices; ``ending`` is one of the format's, by default the usual one.

    Raises:
        ExportRefused: when the rosters lack what the format needs.
        UsageProblem: when there is no such format, ending or session.
    """
    form = known(to, ending)
    if not 1 <= session <= rosters.plan.sessions:
        message = say(
            "there is no session {session}: the rosters have {sessions}.",
            session=session,
            sessions=rosters.plan.sessions,
        )
        raise UsageProblem(message)
    edition = _edition(rosters, form, language, session)
    lacking = next(_lacking(form, edition), None)
    if lacking is not None:
        raise ExportRefused(lacking)
    content = form.making(ending or form.ending)(edition)
    remarks = (*_remarks(form, edition), *_other_sessions(form, rosters))
    return Exported(
        content=content,
        notices=tuple(
            Finding(severity=Severity.NOTICE, code="N-EXPORT", message=each) for each in remarks
        ),
    )


def addresses_by_group(rosters: Outcome) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name of each group -> the e-mail addresses of its people; of sessions, the first counts."""
    edition = edition_of(rosters, _stamp(rosters)).by_session[0]
    return tuple(addresses_of_groups(edition)) if rosters.workshop.names_delegates else ()


def known(to: str, ending: str = "") -> Export:
    """A format by its name, which has files with this ending.

    Raises:
        UsageProblem: when there is no such format or ending.
    """
    if to not in FORMATS:
        message = say(
            'there is no format "{name}". There are: {names}.', name=to, names=", ".join(FORMATS)
        )
        raise UsageProblem(message)
    form = export_to(to)
    if ending and ending not in form.endings:
        message = say(
            "a file for {name} ends in {endings}. Give the output such a name.",
            name=to,
            endings=", ".join(form.endings),
        )
        raise UsageProblem(message)
    return form


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A format that some rosters can be written in, and what is to be known about its files."""

    form: Export
    remarks: tuple[Text, ...]


def offers(rosters: Outcome) -> tuple[Offer, ...]:
    """The formats for which the rosters have what is needed; of sessions, the first counts."""
    found, whole = [], edition_of(rosters, _stamp(rosters))
    for form in exports():
        edition = whole if form.whole else whole.by_session[0]
        if not any(_lacking(form, edition)):
            found.append(Offer(form=form, remarks=tuple(_remarks(form, edition))))
    return tuple(found)


def _edition(rosters: Outcome, form: Export, language: str, session: int) -> Edition:
    """The edition that a format makes its file of."""
    edition = edition_of(rosters, _stamp(rosters))
    edition = replace(edition, language=language) if language else edition
    return edition if form.whole else edition.by_session[session - 1]


def _stamp(rosters: Outcome) -> datetime:
    """When the workbook was written, so that the same one gives the same files; else now."""
    try:
        written = datetime.fromisoformat(rosters.written)
    except ValueError:
        return present()
    return written if written.tzinfo else written.replace(tzinfo=UTC)


def _lacking(form: Export, edition: Edition) -> Iterator[Text]:
    """What the rosters lack for the format, and what to do about it."""
    outcome = edition.outcome
    if Need.PEOPLE in form.needs and not outcome.workshop.names_delegates:
        yield say(
            "{name} is for people, and these rosters have head-counts only. Make them from a list "
            "with a row per delegate, or take csv.",
            name=form.name,
        )
    if Need.CHANGES in form.needs and outcome.changes is None:
        yield say(
            "{name} is for what a re-balance changed, and these rosters are a first version. Take "
            "the workbook that allocator rebalance writes.",
            name=form.name,
        )
    missing, everybody = missing_addresses(edition)
    if Need.EMAIL in form.needs and missing == everybody:
        yield say(
            "{name} needs e-mail addresses, and nobody on these rosters has one. Give the list a "
            "column E-mail and make the rosters from it.",
            name=form.name,
        )
    yield from form.lacks(edition)


def _remarks(form: Export, edition: Edition) -> Iterator[Text]:
    """Whom a file leaves out, and what its format has to remark."""
    yield from _left_out(form, edition)
    yield from form.remarks(edition)


def _left_out(form: Export, edition: Edition) -> Iterator[Text]:
    """How many people a file for e-mail addresses leaves out."""
    if Need.EMAIL not in form.needs:
        return
    missing, everybody = missing_addresses(edition)
    if missing == 1:
        yield say("left out because there is no e-mail address: 1 person of {all}.", all=everybody)
    elif missing:
        yield say(
            "left out because there is no e-mail address: {missing} people of {all}.",
            missing=missing,
            all=everybody,
        )


def _other_sessions(form: Export, rosters: Outcome) -> Iterator[Text]:
    """A file of one session is not all there is."""
    sessions = rosters.plan.sessions
    if not form.whole and sessions > 1:
        yield say(
            "this is one session of {sessions}; take each of the others with --session.",
            sessions=sessions,
        )
