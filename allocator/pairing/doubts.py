"""What is told about people and delegations that may be the same and are not taken for it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from allocator.delegation import Delegation
from allocator.findings import Finding, Place, quoted
from allocator.folding import fold
from allocator.pairing.people import People, Person
from allocator.remarks import named, notice

#: How alike two names are, from 0 to 1, before somebody should look at them.
ALIKE = 0.8
#: Pairs of names that are compared; more would take too long.
MOST_COMPARED = 200_000


def groups_gone(names: Sequence[str]) -> Iterator[Finding]:
    """Groups of the rosters that are no more."""
    if names:
        message = f"groups that are no more: {named(names)}. Everybody there gets another group."
        yield notice("N-GROUP", Place(), message)


def groups_renamed(called: Sequence[str], names: Sequence[str]) -> Iterator[Finding]:
    """All groups have other names than on the rosters, and there are as many: they are the same."""
    if called:
        pairs = zip(called, names, strict=True)
        shown = named([f"{quoted(old)} is {quoted(new)}" for old, new in pairs])
        message = f"the groups are called otherwise than on the rosters: {shown}."
        yield notice("N-GROUP", Place(), message)


def many_leave(people: int, stay: int) -> Iterator[Finding]:
    """Most of the people on the rosters leave: the list may be one of additions."""
    leave = people - stay
    if leave * 2 > people:
        message = (
            f"{leave} of the {people} people on the rosters are not on the list, and leave. If it "
            "holds only late registrations, give it with --add."
        )
        yield notice("N-LEAVE", Place(), message)


def spelled_anew(pairs: Sequence[tuple[Delegation, Delegation]]) -> Iterator[Finding]:
    """Delegations that are written in another way than before."""
    other = [(old.name, new.name) for old, new in pairs if fold(old.name) != fold(new.name)]
    if other:
        shown = named([f"{quoted(old)} is {quoted(new)}" for old, new in other])
        message = f"written in another way than on the rosters: {len(other)} ({shown})."
        yield notice("N-SPELLING", Place(), message)


def perhaps_renamed(gone: Sequence[Delegation], come: Sequence[Delegation]) -> Iterator[Finding]:
    """A delegation that left, and one that joined and may be the same; two States are not."""
    strange = [each.name for each in come if not each.iso3]
    pairs = [
        *_alike([each.name for each in gone], strange),
        *_alike(
            [each.name for each in gone if not each.iso3], [each.name for each in come if each.iso3]
        ),
    ]
    for old, new in pairs:
        message = (
            f"{quoted(old)} is not on the list any more and {quoted(new)} is new. If they are the "
            "same delegation, write the name as it is on the rosters and run again; now the one "
            "leaves and the other joins."
        )
        yield notice("N-SAME", Place(), message, new)


def about_people(people: People) -> Iterator[Finding]:
    """Registrations that number rows, people called otherwise, and people who may be the same."""
    if people.counts_rows:
        message = (
            "the registrations belong to other people than on the rosters, so they seem to number "
            "the rows. People were found by e-mail address, else by name."
        )
        yield notice("N-SAME", Place(), message)
    yield from _called_otherwise(people)
    for one, other in people.doubtful:
        yield _doubt(one, other, "differ in the registration or the e-mail address")
    yield from _similar(people)


def _called_otherwise(people: People) -> Iterator[Finding]:
    other = [
        (_shown(old), _shown(new))
        for old, new in people.pairs
        if (old[1].name and fold(old[1].name) != fold(new[1].name)) or old[0].id != new[0].id
    ]
    if other:
        shown = named([f"{old} is now {new}" for old, new in other])
        message = (
            "found by registration or e-mail address, with another name or delegation than on the "
            f"rosters: {len(other)} ({shown})."
        )
        yield notice("N-SPELLING", Place(), message)


def _similar(people: People) -> Iterator[Finding]:
    """People of one delegation of whom one left and one joined, and whose names are alike."""
    told = {old[1].id for old, _ in people.doubtful}
    come: dict[str, list[Person]] = {}
    for person in people.new:
        come.setdefault(person[0].id, []).append(person)
    for person in people.old:
        those = {other[1].name: other for other in come.get(person[0].id, ()) if other[1].name}
        if person[1].id not in told and person[1].name:
            for _, name in _alike([person[1].name], list(those)):
                yield _doubt(person, those[name], "have names that are alike")


def _doubt(one: Person, other: Person, why: str) -> Finding:
    message = (
        f"{_shown(one)} on the rosters and {_shown(other)} on the list {why}. They are taken for "
        "two people. If they are one, write in the list what is on the rosters and run again."
    )
    return notice("N-SAME", Place(), message, other[1].name)


def _shown(person: Person) -> str:
    delegation, delegate = person
    return f"{quoted(delegate.name or delegate.id)} of {delegation.name}"


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names of either side that are alike: the words in another order, or a slip or two."""
    if len(old) * len(new) > MOST_COMPARED:
        return
    for one in old:
        for other in new:
            first, second = (sorted(fold(name).split()) for name in (one, other))
            likeness = SequenceMatcher(None, " ".join(first), " ".join(second)).ratio()
            if likeness >= ALIKE or set(first) < set(second) or set(second) < set(first):
                yield one, other
