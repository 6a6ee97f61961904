"""Chairs and rapporteurs by name: what the sheet Groups says of them, and what is printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from allocator.allocation import Outcome
from allocator.delegation import DelegateId, DelegationId
from allocator.errors import ListRefused
from allocator.event_rules import NO_DELEGATE, Appointment, Party
from allocator.findings import Finding, Place
from allocator.folding import fold
from allocator.offices import OFFICES, Office
from allocator.plan import Plan
from allocator.planning.naming import AmbiguousError, Directory, UnknownError
from allocator.remarks.offices import (
    not_on_list,
    office_of,
    officers_left,
    several_meant,
    two_offices,
    with_office,
)
from allocator.remarks.wording import error, notice
from allocator.settings import Group
from allocator.text import Text
from allocator.workshop import Workshop


def appointments_of(
    groups: Sequence[Group], workshop: Workshop, file: str = ""
) -> tuple[Appointment, ...]:
    """Who holds an office of a group by the sheet Groups, in the order of offices and groups.

    ``file`` is the one that errors name, when it is not that of the list.

    Raises:
        ListRefused: E-OFFICE, when a name stands for several people, or somebody is named twice.
    """
    cells = [
        (office, index, text)
        for office in OFFICES
        for index, group in enumerate(groups)
        if (text := text_of(group, office))
    ]
    if not cells:
        return ()
    reader = _Reader(Directory(workshop), groups, file or workshop.source.file)
    appointments = tuple(each for cell in cells for each in reader.read(*cell))
    reader.require_once(appointments)
    if reader.findings:
        raise ListRefused(reader.findings)
    return appointments


def outsiders(plan: Plan) -> Iterator[Finding]:
    """A notice about the officers whom the list does not have."""
    strangers = [each for each in plan.appointments if each.party is None]
    if strangers:
        meant = {each.text: each.similar for each in strangers if each.similar}
        message = not_on_list([each.text for each in strangers], meant, plan.groups)
        yield notice("N-OFFICE", Place(), message)


def text_of(group: Group, office: Office) -> str:
    """What the sheet Groups says of an office of a group."""
    return (group.chair if office is Office.CHAIR else group.rapporteur).strip()


def staffed(outcome: Outcome) -> tuple[Group, ...]:
    """The groups of an outcome with the names of their chairs and rapporteurs.

    A name that the sheet Groups gives stays as it is written there.
    """
    groups = outcome.plan.groups
    if not any(map(any, outcome.allocation.officers.values())):
        return groups
    labels = Labels(outcome.workshop)
    officers = outcome.allocation.officers
    return tuple(
        _with(
            group,
            {
                office: text_of(group, office) or labels.of(officers[office][index])
                for office in OFFICES
            },
        )
        for index, group in enumerate(groups)
    )


def kept(
    before: Outcome, workshop: Workshop, groups: Sequence[Group]
) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
    """The groups of a next version with the officers of published rosters, by name of the group.

    Whoever is on the new list keeps the office; for those who left the cell is emptied, so that
    somebody else is chosen, and that is told. Whoever was printed by name as the only one of a
    delegation stays named when others of it join.
    """
    old, new = Directory(before.workshop), Directory(workshop)
    alone = sole_delegates(before.workshop)
    grown = {each.id for each in workshop.delegations if each.id in alone and each.head_count > 1}
    had = {fold(group.name): group for group in staffed(before)}
    labels, called = Labels(workshop), Labels(before.workshop)
    gone, result = list[Text](), list[Group]()
    for group in groups:
        texts = {}
        for office in OFFICES:
            own, was = text_of(group, office), had.get(fold(group.name))
            text = own or (text_of(was, office) if was else "")
            holder = _party(old, text)
            texts[office] = text
            if holder and holder.delegation in grown and not holder.delegate:
                texts[office] = _of_one(alone[holder.delegation], labels, called, new)
                gone += [] if texts[office] else [with_office(text, office, group)]
            elif holder and (not _party(new, text) or text == called.of(identity_of(holder))):
                texts[office] = labels.of(identity_of(holder))
                gone += [] if texts[office] else [with_office(text, office, group)]
        result.append(_with(group, texts))
    return tuple(result), tuple(_left(gone))


def _of_one(delegate: DelegateId, labels: "Labels", called: "Labels", new: Directory) -> str:
    """What the only one of a delegation is called on a new list, where people may have other ids.

    Empty when the new list has nobody of the name.
    """
    name = called.of(delegate)
    return labels.of(delegate) or (name if _party(new, name) else "")


def sole_delegates(workshop: Workshop) -> dict[str, DelegateId]:
    """Delegation id -> its only delegate, of a list that names its delegates."""
    return {
        each.id: each.delegates[0].id for each in workshop.delegations if len(each.delegates) == 1
    }


def lasting(outcome: Outcome) -> Plan:
    """The plan of an outcome with its officers named, so that they keep their offices."""
    plan, labels = outcome.plan, Labels(outcome.workshop)
    chosen = (
        Appointment(office=office, group=group, party=labels.party(holder), text=labels.of(holder))
        for office, group in plan.slots
        if (holder := outcome.allocation.officers[office][group])
        and (office, group) not in plan.appointed
    )
    return replace(plan, appointments=(*plan.appointments, *chosen))


def identity_of(party: Party) -> str:
    """The id by which an allocation calls a party that holds an office."""
    return party.delegate or party.delegation


def _left(gone: Sequence[Text]) -> Iterator[Finding]:
    if gone:
        yield notice("N-OFFICE", Place(), officers_left(gone))


def _with(group: Group, texts: Mapping[Office, str]) -> Group:
    return replace(group, chair=texts[Office.CHAIR], rapporteur=texts[Office.RAPPORTEUR])


def _party(directory: Directory, text: str) -> Party | None:
    """The one whom a text names; ``None`` for nobody or several."""
    try:
        return directory.party(text) if text else None
    except (UnknownError, AmbiguousError):
        return None


class Labels:
    """What officers are called: a text by which the list finds them again."""

    def __init__(self, workshop: Workshop) -> None:
        """Find everybody of the workshop."""
        self._directory = Directory(workshop)
        self._names = {each.id: each.name for each in workshop.delegations}
        self._people = {
            delegate.id: (delegation, delegate)
            for delegation in workshop.delegations
            for delegate in delegation.delegates
        }

    def party(self, holder: str) -> Party:
        """The delegate or the delegation of an identity."""
        if DelegateId(holder) not in self._people:
            return Party(delegation=DelegationId(holder), name=self.of(holder))
        delegation, delegate = self._people[DelegateId(holder)]
        return Party(delegation=delegation.id, delegate=delegate.id, name=self.of(holder))

    def of(self, holder: str) -> str:
        """Name and delegation of a delegate, or the name of a delegation; empty for a stranger.

        Where several have the name, registration or e-mail; the delegation for the nameless.
        """
        if DelegateId(holder) not in self._people:
            return next((name for key, name in self._names.items() if key == holder), "")
        delegation, delegate = self._people[DelegateId(holder)]
        wanted = Party(delegation=delegation.id, delegate=delegate.id)
        traits = delegate.traits
        texts = (
            f"{delegate.name} ({delegation.name})" if delegate.name else "",
            traits.get("registration", ""),
            traits.get("email", ""),
        )
        finds = (text for text in texts if _party(self._directory, text) == wanted)
        return next(finds, delegation.name)


@dataclass(slots=True)
class _Reader:
    """Reads one cell after another, and keeps what is wrong with them."""

    directory: Directory
    groups: Sequence[Group]
    file: str
    findings: list[Finding] = field(default_factory=list)

    def read(self, office: Office, group: int, text: str) -> Iterator[Appointment]:
        """The appointment of a cell; nothing where it names several people."""
        party, similar = None, ""
        try:
            party = self.directory.party(text)
        except UnknownError as unknown:
            similar = unknown.similar
        except AmbiguousError as several:
            post = office_of(office, self.groups[group])
            message = several_meant(text, post, several.number, self.groups)
            self._refuse(message, text)
            return
        yield Appointment(office=office, group=group, party=party, text=text, similar=similar)

    def require_once(self, appointments: Iterable[Appointment]) -> None:
        """Tell of every delegate who is named for two offices."""
        met: dict[Party, Appointment] = {}
        for each in appointments:
            if each.party is None or each.party.delegate == NO_DELEGATE:
                continue
            first = met.setdefault(each.party, each)
            if first is not each:
                posts = [office_of(e.office, self.groups[e.group]) for e in (first, each)]
                message = two_offices(each.text, posts, self.groups)
                self._refuse(message, each.text)

    def _refuse(self, message: str, found: str) -> None:
        self.findings.append(error("E-OFFICE", Place(file=self.file), message, found))
