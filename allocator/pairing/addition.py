"""Adding late registrations to the list that rosters carry."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from allocator.countries import REGIONAL_GROUPS
from allocator.delegation import Delegate, DelegateId, Delegation, DelegationId
from allocator.enrolment.regions import Labels
from allocator.errors import ListRefused
from allocator.findings import Finding, Place, quoted
from allocator.offices import ROLE
from allocator.pairing.doubts import about_people
from allocator.pairing.people import Person, paired_people, people_of
from allocator.remarks.wording import error, named, notice
from allocator.text import say
from allocator.workshop import Source, Workshop

#: Codes of notices that concern the step from one version to the next, and no later one.
OF_ONE_VERSION = frozenset(
    {"N-ADDED", "N-EDITED", "N-GROUP", "N-LACKS", "N-LEAVE", "N-NAMES", "N-OFFICE", "N-OLDER",
     "N-SAME", "N-SPELLING", "N-THERE"}
)  # fmt: skip

#: People of a late list who are there already, from which on nobody counts them by eye.
_MANY = 10


def enlarged(workshop: Workshop, late: Workshop) -> Workshop:
    """The workshop with late registrations: more people of its delegations, and new delegations.

    Head-counts are added up; delegates are appended, unless they are in the workshop already, which
    is told. Labels of the late list are those of the workshop where they mean the same.

    Raises:
        ListRefused: when a late delegate has the identity of somebody else in the workshop.
    """
    people = paired_people(people_of(workshop.delegations), people_of(late.delegations))
    there = {delegate.id for _, (_, delegate) in people.pairs if not _is_nameless(delegate)}
    _require_strangers(workshop, late, there)
    drafts = {each.id: each for each in workshop.delegations}
    regions, categories = _labels(drafts.values(), "region"), _labels(drafts.values(), "category")
    for each in late.delegations:
        come = tuple(person for person in each.delegates if person.id not in there)
        if each.delegates and not come:
            continue
        known = drafts.get(each.id)
        labelled = known or replace(
            each,
            region=_label(regions, each.region),
            category=_label(categories, each.category),
            head_count=len(come) or each.head_count,
            delegates=come,
        )
        drafts[each.id] = _joined(known, come, each) if known else labelled
    return replace(
        workshop,
        delegations=_numbered(drafts.values()),
        notices=(*_grown(workshop, late),
                 *_already_there(people.pairs, there, workshop.head_count),
                 *about_people(people), *late.notices, *_of_list(workshop.notices)),
        source=_both(workshop.source, late.source),
        seconds=late.seconds,
    )  # fmt: skip


def _is_nameless(delegate: Delegate) -> bool:
    """Whether nothing but the place in a list tells the delegate apart: then it is another one."""
    traits = delegate.traits
    return not (delegate.name or traits.get("email") or traits.get("registration"))


def _joined(known: Delegation, come: tuple[Delegate, ...], late: Delegation) -> Delegation:
    """A delegation with the people who came late, and with the role that the late list gives it."""
    if known.delegates:
        delegates = (*known.delegates, *come)
        return replace(known, delegates=delegates, head_count=len(delegates))
    role = {ROLE: late.traits[ROLE]} if ROLE in late.traits else {}
    traits = {**known.traits, **role}
    return replace(known, head_count=known.head_count + late.head_count, traits=traits)


def _require_strangers(workshop: Workshop, late: Workshop, there: set[DelegateId]) -> None:
    taken = {
        delegate.id: (delegation, delegate)
        for delegation, delegate in people_of(workshop.delegations)
        if not _is_nameless(delegate)
    }
    problems = []
    for delegation, delegate in people_of(late.delegations):
        if delegate.id in taken and delegate.id not in there and not _is_nameless(delegate):
            other, _ = taken[delegate.id]
            message = say(
                "{id} is {name} of {delegation} on the list, and somebody of {other} on the "
                "rosters. Give everybody a registration of their own.",
                id=quoted(delegate.id),
                name=quoted(delegate.name),
                delegation=delegation.name,
                other=other.name,
            )
            place = Place(file=late.source.file)
            problems.append(error("E-DUP", place, message, delegate.id))
    if problems:
        raise ListRefused(problems)


def _numbered(delegations: Iterable[Delegation]) -> tuple[Delegation, ...]:
    """The delegations, with those delegates who are known by their place numbered anew."""
    return tuple(
        replace(
            each,
            delegates=tuple(
                replace(person, id=_by_place(each.id, number)) if _is_nameless(person) else person
                for number, person in enumerate(each.delegates, start=1)
            ),
        )
        for each in delegations
    )


def _by_place(delegation: DelegationId, number: int) -> DelegateId:
    return DelegateId(f"{delegation}#{number}")


def _labels(delegations: Iterable[Delegation], column: str) -> Labels:
    return Labels(getattr(each, column) for each in delegations)


def _label(labels: Labels, text: str) -> str:
    """The workshop's own label for a region or a category, else the text."""
    return labels.of_group(text) if text in REGIONAL_GROUPS else labels.like(text)


def _of_list(notices: Iterable[Finding]) -> Iterator[Finding]:
    """The notices about the list itself; what an earlier re-balance told was told then."""
    return (each for each in notices if each.code not in OF_ONE_VERSION)


def _grown(workshop: Workshop, late: Workshop) -> Iterator[Finding]:
    """Head-counts that were added up: somebody may have written the new total instead."""
    known = {each.id: each.head_count for each in workshop.delegations if not each.delegates}
    sums = [
        f"{each.name} {known[each.id]} + {each.head_count} = {known[each.id] + each.head_count}"
        for each in late.delegations
        if each.id in known
    ]
    if sums:
        message = say(
            "people added to delegations of the rosters: {number} ({sums}).",
            number=len(sums),
            sums=named(sums),
        )
        yield notice("N-ADDED", Place(file=late.source.file), message)


def _already_there(
    pairs: Iterable[tuple[Person, Person]], there: set[DelegateId], before: int
) -> Iterator[Finding]:
    """Who is no addition; with at least half of everybody, this is hardly a late list."""
    names = [
        say("{name} of {delegation}", name=new[1].name or new[1].id, delegation=new[0].name)
        for _, new in pairs
        if new[1].id in there
    ]
    if names:
        message = say(
            "on the rosters already, and so not added: {number} ({names}).",
            number=len(names),
            names=named(names),
        )
        yield notice("N-THERE", Place(), message)
    if len(names) >= max(_MANY, before / 2):
        message = say(
            "this looks like the whole new list, and not only what is to be added: nobody is taken "
            "for withdrawn. If it is, give it as the whole new list (--list)."
        )
        yield notice("N-THERE", Place(), message)


def _both(first: Source, second: Source) -> Source:
    """Both files, in the order in which they came."""
    return Source(
        file="; ".join(filter(None, (first.file, second.file))),
        sha256="; ".join(filter(None, (first.sha256, second.sha256))),
    )
