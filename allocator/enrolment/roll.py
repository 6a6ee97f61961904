"""The roll: the rows of a list gathered by delegation, and everything found on the way."""

from dataclasses import dataclass, field

from allocator.countries import Country, former_group, resolve
from allocator.delegation import DelegationId
from allocator.enrolment.entry import Entry
from allocator.enrolment.head_counts import is_plain, people
from allocator.enrolment.names import Texts
from allocator.findings import Finding, Place
from allocator.remarks.counts import delegation_twice


@dataclass(slots=True)
class Draft:
    """A delegation in the making: the row that names it first, and all its rows."""

    identity: DelegationId
    first: Entry
    country: Country | None
    entries: list[Entry]
    head_count: int = 0

    @property
    def group(self) -> str:
        """The UN regional group of the State, empty for what belongs to none."""
        return self.country.region if self.country else former_group(self.identity)


@dataclass(slots=True)
class Roll:
    """Everything collected while the rows are gone through."""

    drafts: dict[DelegationId, Draft] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    texts: Texts = field(default_factory=Texts)
    text_counts: list[Place] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Take a row in, unless its texts are refused; what is found is kept."""
        if not self.texts.accept(entry):
            return
        key, country = resolve(entry.delegation)
        identity = DelegationId(key)
        draft = self.drafts.get(identity)
        if draft is None:
            draft = self.drafts[identity] = Draft(identity, entry, country, [])
        elif entry.delegates is not None:
            place, name = entry.place_of("delegation"), entry.delegation
            first = draft.first
            self.findings.append(delegation_twice(place, name, first.delegation, first.place))
        draft.entries.append(entry)
        draft.head_count += 1 if entry.delegates is None else self._counted(entry)

    def _counted(self, entry: Entry) -> int:
        counted = people(entry)
        if isinstance(counted, Finding):
            self.findings.append(counted)
            return 1
        if not is_plain(entry.delegates):
            self.text_counts.append(entry.place_of("delegates"))
        return counted
