"""From the rows of a list to its delegations, with every problem told at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocator.countries import suggestion
from allocator.delegation import NO_TRAITS, Delegate, Delegation, DelegationId
from allocator.enrolment.entry import Entry
from allocator.enrolment.identity import identified
from allocator.enrolment.look_alikes import look_alikes
from allocator.enrolment.regions import NO_REGION, Labels
from allocator.enrolment.roll import Draft, Roll
from allocator.errors import ListRefused
from allocator.findings import Finding, Severity
from allocator.folding import fold
from allocator.remarks.counts import counts_read_from_text
from allocator.remarks.names import (
    former_states,
    like_organization,
    like_state,
    no_states,
    without_region,
)
from allocator.remarks.rows import (
    category_of_delegates,
    label_conflict,
    regions_filled,
    same_label,
    seating_unknown,
)
from allocator.settings import Seating
from allocator.vocabulary import keys_of

__all__ = ["Enrolment", "Entry", "enrol", "enrolment", "in_order"]

#: Unknown names up to which each is compared with the names of States, and with one another.
MOST_COMPARED = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """The delegations of a list, none when it is refused, and everything found, by place."""

    delegations: tuple[Delegation, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the list as a whole says: its labels, and the delegates it names."""

    regions: Labels
    categories: Labels
    delegates: Mapping[DelegationId, tuple[Delegate, ...]]


def enrol(entries: Iterable[Entry]) -> tuple[tuple[Delegation, ...], tuple[Finding, ...]]:
    """The delegations of the rows, in list order, and the notices about them.

    Raises:
        ListRefused: with every problem (counts, duplicates, unknown seatings), sorted by place.
    """
    result = enrolment(entries)
    errors = [found for found in result.findings if found.severity is Severity.ERROR]
    if errors:
        raise ListRefused(errors)
    return result.delegations, result.findings


def enrolment(entries: Iterable[Entry]) -> Enrolment:
    """The delegations of the rows in list order, with errors and notices sorted by place."""
    roll = Roll()
    for entry in entries:
        roll.add(entry)
    roll.findings += [*roll.texts.errors, *roll.texts.notices()]
    if roll.text_counts:
        roll.findings.append(counts_read_from_text(roll.text_counts[0], len(roll.text_counts)))
    delegations = _delegations(roll)
    refused = any(found.severity is Severity.ERROR for found in roll.findings)
    return Enrolment(delegations=() if refused else delegations, findings=in_order(roll.findings))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by sheet, row and column; those of the whole file first."""
    return tuple(sorted(findings, key=_by_place))


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    place = finding.place
    return place.sheet, place.row, place.column, finding.code


def _delegations(roll: Roll) -> tuple[Delegation, ...]:
    entries = [entry for draft in roll.drafts.values() for entry in draft.entries]
    _settle_categories(roll, entries)
    known = _Known(
        _labels("region", entries, roll), _labels("category", entries, roll), _delegates(roll)
    )
    roll.findings += known.regions.ambiguous()
    delegations = tuple(_delegation(identity, known, roll) for identity in roll.drafts)
    _tell_regions(roll, delegations, filled=bool(known.regions))
    _tell_names(roll)
    return delegations


def _labels(column: str, entries: list[Entry], roll: Roll) -> Labels:
    texts: dict[str, Entry] = {}
    for entry in entries:
        texts.setdefault(getattr(entry, column), entry)
    labels = Labels(texts)
    for text, entry in texts.items():
        if labels[text] != text:
            roll.findings.append(same_label(entry.place_of(column), column, text, labels[text]))
    return labels


def _delegates(roll: Roll) -> dict[DelegationId, tuple[Delegate, ...]]:
    people_by_delegation = {
        identity: draft.entries
        for identity, draft in roll.drafts.items()
        if draft.first.delegates is None
    }
    identities = identified(people_by_delegation)
    roll.findings += identities.findings
    return identities.delegates


def _delegation(identity: DelegationId, known: _Known, roll: Roll) -> Delegation:
    draft = roll.drafts[identity]
    category = known.categories[_agreed(draft, "category", roll)]
    region = known.regions[_agreed(draft, "region", roll)]
    group = draft.group
    delegates = known.delegates.get(identity, ())
    return Delegation(
        id=identity,
        name=draft.first.delegation,
        head_count=draft.head_count,
        region=region or (known.regions.of_group(group) if group else category or NO_REGION),
        category=category,
        iso3=draft.country.iso3 if draft.country else "",
        seating=_seating(_agreed(draft, "seating", roll), draft, roll),
        traits=NO_TRAITS if delegates else draft.first.traits,
        delegates=delegates,
    )


def _agreed(draft: Draft, column: str, roll: Roll) -> str:
    """The first text of a column among the rows of a delegation; others must say the same."""
    agreed: str = getattr(draft.first, column)
    if len(draft.entries) == 1 or draft.first.delegates is not None:
        return agreed
    for entry in draft.entries[1:]:
        text: str = getattr(entry, column)
        if text and agreed and fold(text) != fold(agreed):
            place, name = entry.place_of(column), draft.first.delegation
            roll.findings.append(label_conflict(place, column, name, (text, agreed)))
        agreed = agreed or text
    return agreed


def _seating(text: str, draft: Draft, roll: Roll) -> Seating | None:
    if not text:
        return None
    key = keys_of("seating").get(fold(text))
    if key is None:
        roll.findings.append(seating_unknown(draft.first.place_of("seating"), text))
    return Seating(key) if key else None


def _settle_categories(roll: Roll, entries: list[Entry]) -> None:
    """Categories that differ within a delegation describe its delegates, not the delegation."""
    if not any(
        len({fold(entry.category) for entry in draft.entries if entry.category}) > 1
        for draft in roll.drafts.values()
        if len(draft.entries) > 1 and draft.first.delegates is None
    ):
        return
    first = next(entry for entry in entries if entry.category)
    roll.findings.append(category_of_delegates(first.place_of("category")))
    for entry in entries:
        if entry.category:
            entry.traits = {**entry.traits, "category": entry.category}
            entry.category = ""


def _tell_regions(roll: Roll, delegations: tuple[Delegation, ...], *, filled: bool) -> None:
    drafts = roll.drafts
    blank = [each for each in delegations if not any(e.region for e in drafts[each.id].entries)]
    alone = [each.name for each in blank if not drafts[each.id].group]
    if filled and blank:
        place = drafts[blank[0].id].first.place_of("region")
        roll.findings.append(regions_filled(place, [each.name for each in blank]))
    elif alone:
        roll.findings.append(without_region(alone))


def _tell_names(roll: Roll) -> None:
    nameless = [draft for draft in roll.drafts.values() if draft.country is None]
    former = [draft.first.delegation for draft in nameless if draft.group]
    if former:
        roll.findings.append(former_states(former))
    unknown = [draft.first for draft in nameless if not draft.group]
    if not unknown:
        return
    roll.findings.append(no_states([entry.delegation for entry in unknown]))
    if len(unknown) > MOST_COMPARED:
        return
    for entry in unknown:
        if state := suggestion(entry.delegation):
            place = entry.place_of("delegation")
            roll.findings.append(like_state(place, entry.delegation, state))
    places = {entry.delegation: entry.place_of("delegation") for entry in unknown}
    roll.findings += [
        like_organization(places[name], name, earlier) for earlier, name in look_alikes([*places])
    ]
