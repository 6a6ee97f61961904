"""Rules of the event that stand beside somebody in the list: its columns Pin, Together, Apart."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from allocator.countries import resolve
from allocator.delegation import Delegate, DelegateId
from allocator.enrolment.entry import Entry
from allocator.findings import Finding, quoted
from allocator.folding import fold
from allocator.remarks.wording import error
from allocator.settings import RuleRow
from allocator.text import say

#: Field of a list -> kind of rule that its cells say.
RULE_FIELDS = {"pin": "in", "together": "together", "apart": "apart"}


@dataclass(frozen=True, slots=True)
class Beside:
    """The rules beside the rows of a list, in their order, and what is wrong with them."""

    rules: tuple[RuleRow, ...]
    findings: tuple[Finding, ...]


def rules_beside(entries: Sequence[Entry]) -> Beside:
    """The rules that the rows say of themselves.

    A pin names groups. Together and apart name others of the list, or have a mark of any kind: then
    all rows with the same mark are meant.
    """
    if not any(entry.rules for entry in entries):
        return Beside((), ())
    reader = _Reader(_Names(entries))
    rules = [
        rule
        for column in RULE_FIELDS
        for rule in reader.read(column, [each for each in entries if column in each.rules])
    ]
    return Beside(tuple(rules), tuple(reader.findings))


class _Names:
    """What rules can call the rows of a list by."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        delegations = [resolve(entry.delegation)[0] for entry in entries]
        self._rows = Counter(delegations)
        texts = [set(map(fold, _texts(entry))) for entry in entries if entry.delegates is None]
        self._people = Counter(text for those in texts for text in those)

    def of(self, entry: Entry) -> str:
        """The delegation of a row, or its delegate; empty where nothing tells them from others.

        Whoever is alone in a delegation is named all the same: others of it may come later.
        """
        if entry.delegates is not None:
            return entry.delegation
        alone = self._rows[resolve(entry.delegation)[0]] == 1
        name = next((text for text in _texts(entry) if self._people[fold(text)] == 1), "")
        return name or (entry.delegation if alone else "")

    def knows(self, text: str) -> bool:
        """Whether a text is the name of a delegation or a delegate."""
        return resolve(text)[0] in self._rows or fold(text) in self._people


def _texts(entry: Entry) -> Iterator[str]:
    """What a delegate can be called, the most readable first."""
    traits = entry.traits
    if name := Delegate(id=DelegateId(""), traits=traits).name:
        yield f"{name} ({entry.delegation})"
        yield name
    yield from (text for key in ("email", "registration") if (text := traits.get(key, "")))


@dataclass(slots=True)
class _Reader:
    """Reads one column after another, and keeps what is wrong."""

    names: _Names
    findings: list[Finding] = field(default_factory=list)

    def read(self, column: str, entries: Sequence[Entry]) -> Iterator[RuleRow]:
        """The rules of a column, from the rows in which it says something."""
        marked: dict[str, list[Entry]] = {}
        for entry in entries:
            text = entry.rules[column]
            if column == "pin" or all(map(self.names.knows, _parts(text))):
                yield from self._rule(column, [entry], text)
            else:
                marked.setdefault(fold(text), []).append(entry)
        for those in marked.values():
            if len(those) > 1:
                yield from self._rule(column, those)
            else:
                self._refuse(column, those[0], _alone)

    def _rule(self, column: str, entries: Sequence[Entry], other: str = "") -> Iterator[RuleRow]:
        """The rule of some rows; none where one of them cannot be named."""
        nameless = [entry for entry in entries if not self.names.of(entry)]
        for entry in nameless:
            self._refuse(column, entry, _nameless)
        if nameless:
            return
        first = entries[0]
        yield RuleRow(
            kind=RULE_FIELDS[column],
            who="; ".join(map(self.names.of, entries)),
            other=other,
            place=first.place,
            cells={"who": first.place_of("delegation"), "with": first.place_of(column)},
        )

    def _refuse(self, column: str, entry: Entry, why: Callable[[str], str]) -> None:
        text = entry.rules[column]
        self.findings.append(error("E-RULE", entry.place_of(column), why(text), text))


def _alone(text: str) -> str:
    return say(
        "{text} is no name of the list, and no other row has it in this column. Write a name, or "
        "the same mark beside all who are meant.",
        text=quoted(text),
    )


def _nameless(text: str) -> str:
    return say(
        "{text} stands beside somebody whom nothing tells from others of the delegation. Give "
        "the row a name, an e-mail address or a registration number.",
        text=quoted(text),
    )


def _parts(text: str) -> Sequence[str]:
    return [part.strip() for part in re.split("[;؛\n]", text) if part.strip()] or [text]
