"""From the rows of the sheet Rules to the rules of a plan: who and what they name, found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from allocator.errors import ListRefused
from allocator.event_rules import EventRule, Party, Selection
from allocator.findings import Finding, quoted
from allocator.folding import fold
from allocator.model.catalog import rule_of
from allocator.model.unit import Names
from allocator.planning.naming import AmbiguousError, Directory, UnknownError
from allocator.remarks.rules import (
    NOBODY_NAMED,
    kind_word,
    names_only,
    no_column,
    number_for_nothing,
    parted_by_commas,
)
from allocator.remarks.wording import error, named
from allocator.settings import MOST_PEOPLE, Group, RuleRow
from allocator.text import Text, joined, say
from allocator.workshop import Workshop

#: Between the names in a cell.
SEPARATOR = ";"
_ARABIC_SEMICOLON = "\u061b"


def rules_of(
    rows: Sequence[RuleRow], workshop: Workshop, groups: Sequence[Group]
) -> tuple[EventRule, ...]:
    """The rules of some rows, in their order; a row that stands there twice is one rule.

    Raises:
        ListRefused: E-RULE, with every name that is not in the list and every rule that says too
            little.
    """
    if not rows:
        return ()
    reader = _Reader(Directory(workshop), [fold(group.name) for group in groups], groups)
    rules = tuple(rule for row in dict.fromkeys(rows) for rule in reader.read(row))
    if reader.findings:
        raise ListRefused(reader.findings)
    return rules


@dataclass(slots=True)
class _Reader:
    """Reads one row after another, and keeps what is wrong with them."""

    directory: Directory
    group_names: list[str]
    groups: Sequence[Group]
    findings: list[Finding] = field(default_factory=list)

    def read(self, row: RuleRow) -> Iterator[EventRule]:
        """The rule of a row; nothing where it cannot be one."""
        unit, before = rule_of(row.kind), len(self.findings)
        others = unit.other is Names.PARTIES
        rule = EventRule(
            kind=row.kind,
            row=row,
            who=self._whom(row, selections=unit.binds_selections),
            others=self._others(row) if others else (),
            groups=() if others else tuple(sorted(set(self._places(row)))),
            number=row.number or 0,
            pairs=others,
            counts=unit.counts,
        )
        if len(self.findings) == before:
            self._require_complete(rule)
        if len(self.findings) == before:
            yield rule

    def _require_complete(self, rule: EventRule) -> None:
        """Tell what a rule of its kind needs and this one lacks."""
        row, unit, kind = rule.row, rule_of(rule.kind), quoted(kind_word(rule.kind))
        if not rule.who:
            self._refuse(row, NOBODY_NAMED, "who", row.who)
            return
        if unit.counts and row.number is None:
            self._refuse(row, say("{kind} needs a number. Write it into Number.", kind=kind))
        if not unit.counts and row.number is not None:
            self._refuse(row, number_for_nothing(rule.kind), "number", str(row.number))
            return
        if row.number is not None and not 0 <= row.number <= MOST_PEOPLE:
            message = say(
                "number cannot be {number}. Write one from 0 to {most}.",
                number=row.number,
                most=MOST_PEOPLE,
            )
            self._refuse(row, message, "number", str(row.number))
        if unit.other is Names.GROUPS and unit.needs_other and not rule.groups:
            self._refuse(row, say("{kind} needs a group. Write its name beside it.", kind=kind))
        if unit.other is Names.PARTIES:
            self._require_two(rule)

    def _require_two(self, rule: EventRule) -> None:
        """Tell where a rule binds one party only, or a delegate and the own delegation."""
        parties = rule.parties
        twice = next((each for each in parties if parties.count(each) > 1), None)
        of_them = {each.delegation for each in parties if not each.delegate}
        member = next((each for each in parties if each.delegate and each.delegation in of_them), 0)
        if len(parties) < 2:  # noqa: PLR2004 - two are a pair
            message = say(
                "{kind} needs two who are to sit so. Name the other one.",
                kind=quoted(kind_word(rule.kind)),
            )
            self._refuse(rule.row, message)
        elif twice:
            message = say("{name} is named twice. Name somebody else.", name=quoted(twice.name))
            self._refuse(rule.row, message)
        elif member:
            message = say("a delegate is named beside the own delegation. Name two delegates.")
            self._refuse(rule.row, message)

    def _whom(self, row: RuleRow, *, selections: bool) -> tuple[Party | Selection, ...]:
        """Those whom a rule binds."""
        whom: list[Party | Selection] = []
        for text in self._names(row.who):
            selection = self._selection(row, text) if selections else None
            if selection is None:
                whom.extend(self._party(row, "who", text))
            elif selection.values:
                whom.append(selection)
        return tuple(whom)

    def _names(self, text: str) -> list[str]:
        """The names that a cell holds; one that has a semicolon itself is found as a whole."""
        return [text] if SEPARATOR in text and self.directory.knows(text) else parts_of(text)

    def _selection(self, row: RuleRow, text: str) -> Selection | None:
        """Everybody with a value, told when nobody has it; ``None`` when a text names no column."""
        selection = self.directory.selection(text)
        if selection is not None and not selection.values:
            has = named([quoted(value) for value in self.directory.values_of(selection.column)])
            message = say(
                "nobody in the list has {text}; its values are {values}. Correct it.",
                text=quoted(text),
                values=has,
            )
            self._refuse(row, message, "who", text)
        return selection

    def _others(self, row: RuleRow) -> tuple[Party, ...]:
        """Those with whom a rule seats somebody together or apart."""
        return tuple(
            each for text in parts_of(row.other) for each in self._party(row, "with", text)
        )

    def _party(self, row: RuleRow, column: str, text: str) -> Iterator[Party]:
        """The party of a name; told where there is none, or more than one."""
        try:
            yield self.directory.party(text)
        except UnknownError as unknown:
            binds = column == "who" and rule_of(row.kind).binds_selections
            message = self._no_value(row.kind, text, binds=binds) or self._unknown(
                text, unknown.similar
            )
            self._refuse(row, message, column, text)
        except AmbiguousError as several:
            message = say(
                "{text} stands for {number} in the list. Write the registration number or the "
                "e-mail address instead.",
                text=quoted(text),
                number=several.number,
            )
            self._refuse(row, message, column, text)

    def _no_value(self, kind: str, text: str, *, binds: bool) -> str:
        """What is wrong where a text means everybody with a value; empty where it does not."""
        name, parted, _ = text.partition("=")
        if not parted and self.directory.selection(text) is None:
            return ""
        return no_column(name.strip(), self.directory.headings) if binds else names_only(kind, text)

    def _unknown(self, text: str, similar: str) -> Text:
        """What is said of a name that the list does not have."""
        parts = parts_of(text.replace(",", SEPARATOR))
        if len(parts) > 1 and all(map(self.directory.knows, parts)):
            return parted_by_commas(text, parts)
        hint = say("Correct the name.")
        if similar:
            hint = say("Did you mean {name}?", name=quoted(similar))
        if _is_short_code(text):
            hint = joined(" ", [say("ISO codes of three letters are known."), hint])
        return say("{text} is not in the list. {hint}", text=quoted(text), hint=hint)

    def _places(self, row: RuleRow) -> Iterator[int]:
        """The groups that a rule names, by index."""
        whole = fold(row.other) in self.group_names
        for text in [row.other] if whole else parts_of(row.other):
            found = self._group(fold(text))
            if found is not None:
                yield found
                continue
            parts = parts_of(text.replace(",", SEPARATOR))
            if len(parts) > 1 and all(fold(part) in self.group_names for part in parts):
                message = parted_by_commas(text, parts)
            else:
                has = named([quoted(group.name) for group in self.groups])
                message = say(
                    "there is no group {name}; there are {groups}. Correct the name.",
                    name=quoted(text),
                    groups=has,
                )
            self._refuse(row, message, "with", text)

    def _group(self, text: str) -> int | None:
        """The group of a name, or of the number or letter with which one name alone ends."""
        if text in self.group_names:
            return self.group_names.index(text)
        ends = [number for number, name in enumerate(self.group_names) if name.endswith(f" {text}")]
        return ends[0] if len(ends) == 1 else None

    def _refuse(self, row: RuleRow, message: str, column: str = "", found: str = "") -> None:
        self.findings.append(error("E-RULE", row.place_of(column), message, found))


def parts_of(text: str) -> list[str]:
    """The names that a cell holds."""
    for other in ("\n", _ARABIC_SEMICOLON):
        text = text.replace(other, SEPARATOR)
    return [part.strip() for part in text.split(SEPARATOR) if part.strip()]


def _is_short_code(text: str) -> bool:
    """Whether a text looks like one of the two-letter codes of States, which are not known."""
    return len(text) == len("TD") and text.isascii() and text.isupper()
