"""What is told about people and delegations that may be the same and are not taken for it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from allocator.delegation import Delegation
from allocator.findings import Finding, Place, quoted
from allocator.folding import fold
from allocator.pairing.people import People, Person
from allocator.remarks.wording import named, notice
from allocator.text import Text, say

#: How alike two names are, from 0 to 1, before somebody should look at them.
ALIKE = 0.8
#: Pairs of names that are compared; more would take too long.
MOST_COMPARED = 200_000


def groups_gone(names: Sequence[str]) -> Iterator[Finding]:
    """Groups of the rosters that are no more."""
    if names:
        message = say(
            "groups that are no more: {names}. Everybody there gets another group.",
            names=named(names),
        )
        yield notice("N-GROUP", Place(), message)


def groups_renamed(called: Sequence[str], names: Sequence[str]) -> Iterator[Finding]:
    """All groups have other names than on the rosters, and there are as many: they are the same."""
    if called:
        pairs = zip(called, names, strict=True)
        message = say(
            "the groups are called otherwise than on the rosters: {pairs}.",
            pairs=named([_renamed(old, new) for old, new in pairs]),
        )
        yield notice("N-GROUP", Place(), message)


def many_leave(people: int, stay: int) -> Iterator[Finding]:
    """Most of the people on the rosters leave: the list may be one of additions."""
    leave = people - stay
    if leave * 2 > people:
        message = say(
            "{leave} of the {people} people on the rosters are not on the list, and leave. If it "
            "holds only late registrations, give it with --add.",
            leave=leave,
            people=people,
        )
        yield notice("N-LEAVE", Place(), message)


def spelled_anew(pairs: Sequence[tuple[Delegation, Delegation]]) -> Iterator[Finding]:
    """Delegations that are written in another way than before."""
    other = [(old.name, new.name) for old, new in pairs if fold(old.name) != fold(new.name)]
    if other:
        message = say(
            "written in another way than on the rosters: {number} ({pairs}).",
            number=len(other),
            pairs=named([_renamed(old, new) for old, new in other]),
        )
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
        message = say(
            "{old} is not on the list any more and {new} is new. If they are the same delegation, "
            "write the name as it is on the rosters and run again; now the one leaves and the "
            "other joins.",
            old=quoted(old),
            new=quoted(new),
        )
        yield notice("N-SAME", Place(), message, new)


def about_people(people: People) -> Iterator[Finding]:
    """Registrations that number rows, people called otherwise, and people who may be the same."""
    if people.counts_rows:
        message = say(
            "the registrations belong to other people than on the rosters, so they seem to number "
            "the rows. People were found by e-mail address, else by name."
        )
        yield notice("N-SAME", Place(), message)
    yield from _called_otherwise(people)
    for one, other in people.doubtful:
        why = say(
            "{one} on the rosters and {other} on the list differ in the registration or the e-mail "
            "address",
            one=_shown(one),
            other=_shown(other),
        )
        yield _doubt(why, other)
    yield from _similar(people)


def _called_otherwise(people: People) -> Iterator[Finding]:
    other = [
        (_shown(old), _shown(new))
        for old, new in people.pairs
        if (old[1].name and fold(old[1].name) != fold(new[1].name)) or old[0].id != new[0].id
    ]
    if other:
        message = say(
            "found by registration or e-mail address, with another name or delegation than on the "
            "rosters: {number} ({pairs}).",
            number=len(other),
            pairs=named([say("{old} is now {new}", old=old, new=new) for old, new in other]),
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
                why = say(
                    "{one} on the rosters and {other} on the list have names that are alike",
                    one=_shown(person),
                    other=_shown(those[name]),
                )
                yield _doubt(why, those[name])


def _doubt(why: Text, other: Person) -> Finding:
    message = say(
        "{why}. They are taken for two people. If they are one, write in the list what is on the "
        "rosters and run again.",
        why=why,
    )
    return notice("N-SAME", Place(), message, other[1].name)


def _renamed(old: str, new: str) -> Text:
    return say("{old} is {new}", old=quoted(old), new=quoted(new))


def _shown(person: Person) -> Text:
    delegation, delegate = person
    name = quoted(delegate.name or delegate.id)
    return say("{name} of {delegation}", name=name, delegation=delegation.name)


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
