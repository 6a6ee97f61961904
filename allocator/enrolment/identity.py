"""Who a delegate is, so that the same person is found again in the next list."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allocator.delegation import Delegate, DelegateId, DelegationId
from allocator.enrolment.entry import Entry
from allocator.findings import Finding, Place
from allocator.folding import fold
from allocator.remarks.rows import delegate_twice, emails_shared, registration_twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """Delegates by delegation, in the order of the list, and what was found about them."""

    delegates: dict[DelegationId, tuple[Delegate, ...]]
    findings: tuple[Finding, ...]


def identified(people: dict[DelegationId, list[Entry]]) -> Identities:
    """The delegates of each delegation.

    A delegate is the registration; else the e-mail address, where nobody else has it; else the
    name within the delegation; else the place among the delegation's own rows (``KEN#2``).
    """
    shared = _shared_emails(entry for entries in people.values() for entry in entries)
    seen: dict[DelegateId, Place] = {}
    findings: list[Finding] = []
    delegates: dict[DelegationId, tuple[Delegate, ...]] = {}
    for delegation, entries in people.items():
        members: list[Delegate] = []
        for number, entry in enumerate(entries, 1):
            delegate = _delegate(entry, delegation, number, shared)
            if delegate.id in seen:
                findings.append(_twice(entry, delegate, seen[delegate.id]))
            seen.setdefault(delegate.id, entry.place)
            members.append(delegate)
        delegates[delegation] = tuple(members)
    findings.extend(_about_emails(people.values(), shared))
    return Identities(delegates=delegates, findings=tuple(findings))


def _delegate(
    entry: Entry, delegation: DelegationId, number: int, shared: frozenset[str]
) -> Delegate:
    nobody = Delegate(id=DelegateId(""), traits=entry.traits)
    email = _email(entry)
    if registration := entry.traits.get("registration", ""):
        identity = registration
    elif email and email not in shared:
        identity = email
    elif nobody.name:
        identity = f"{delegation}/{fold(nobody.name)}"
    else:
        identity = f"{delegation}#{number}"
    return Delegate(id=DelegateId(identity), traits=entry.traits)


def _twice(entry: Entry, delegate: Delegate, first: Place) -> Finding:
    registration = entry.traits.get("registration", "")
    if registration:
        return registration_twice(entry.place_of("registration"), registration, first)
    name = delegate.name or entry.traits.get("email", "")
    return delegate_twice(entry.place_of("name"), name, entry.delegation, first)


def _email(entry: Entry) -> str:
    return entry.traits.get("email", "").strip().casefold()


def _shared_emails(entries: Iterable[Entry]) -> frozenset[str]:
    counted = Counter(filter(None, map(_email, entries)))
    return frozenset(email for email, number in counted.items() if number > 1)


def _about_emails(people: Iterable[Sequence[Entry]], shared: frozenset[str]) -> tuple[Finding, ...]:
    affected = [
        entry
        for entries in people
        for entry in entries
        if _email(entry) in shared and not entry.traits.get("registration")
    ]
    if not affected:
        return ()
    return (emails_shared(affected[0].place_of("email"), len(affected)),)
