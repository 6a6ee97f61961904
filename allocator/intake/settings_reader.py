"""Collects settings one by one, with everything that is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from allocator.findings import Finding, Place
from allocator.folding import fold
from allocator.intake import setting_refusals
from allocator.intake.refusals import without_value
from allocator.intake.rule_values import incomplete_rule, rule_readers
from allocator.intake.setting_values import GROUP_READERS, READERS, Readers, WrongValueError
from allocator.intake.sheet import Fault
from allocator.language import LANGUAGES
from allocator.settings import Group, RuleRow, Settings
from allocator.text import say

#: Property of a group or a rule -> its value and place.
Values = Mapping[str, tuple[object, Place]]


@dataclass(slots=True)
class SettingsReader:
    """Takes settings, groups and rules as they come; ``settings`` holds what could be read."""

    findings: list[Finding] = field(default_factory=list)
    _said: dict[str, Any] = field(default_factory=dict)
    _groups: dict[str, Group] = field(default_factory=dict)
    _rules: list[RuleRow] = field(default_factory=list)

    def say(self, key: str, value: object, place: Place) -> None:
        """Take the value of a key of ``Settings``; an empty one says nothing."""
        if value == "" or value is None:
            return
        if key in self._said:
            self.findings.append(setting_refusals.setting_twice(place, key))
            return
        if isinstance(value, Fault):
            self.findings.append(without_value(place, value))
            return
        try:
            self._said[key] = READERS[key](value)
        except WrongValueError as wrong:
            self.findings.append(setting_refusals.settings_problem(place, key, value, wrong.wanted))

    def refuse(self, key: str, place: Place) -> None:
        """Tell that there is no such key."""
        similar = get_close_matches(key, READERS, n=1)
        self.findings.append(
            setting_refusals.setting_unknown(place, key, similar[0] if similar else "")
        )

    def add_group(self, values: Values, place: Place) -> None:
        """Take one group: property -> its value and place; empty values say nothing."""
        read = self._read(values, GROUP_READERS, setting_refusals.settings_problem)
        name, _ = values.get("name", ("", place))
        if name in ("", None):
            self.findings.append(
                setting_refusals.settings_problem(place, "name", "", say("the name of the group"))
            )
        elif "name" in read:
            self._take_group(Group(**read, place=replace(place, column=0)), place)

    def _take_group(self, group: Group, place: Place) -> None:
        """Keep a group that no other one is called by the name of, as rules understand names."""
        first = self._groups.setdefault(fold(group.name), group)
        if first is not group:
            self.findings.append(setting_refusals.group_twice(place, group.name, first.name))

    def add_rule(self, values: Values, place: Place, language: str = LANGUAGES[0]) -> None:
        """Take one rule: column of the sheet -> its value and place; empty values say nothing.

        ``language`` is the one whose words are asked for.
        """
        problems = len(self.findings)
        read = self._read(values, rule_readers(language), setting_refusals.rule_problem)
        if len(self.findings) > problems:
            return
        column, wanted = incomplete_rule(read, language)
        if column:
            _, where = values.get(column, ("", place))
            self.findings.append(setting_refusals.rule_incomplete(where, wanted))
            return
        row = RuleRow(
            kind=read["rule"],
            who=read["who"],
            other=read.get("with", ""),
            number=read.get("number"),
            note=read.get("note", ""),
            place=replace(place, column=0),
            cells={key: where for key, (_, where) in values.items()},
        )
        self._rules.append(row)

    def settings(self) -> Settings:
        """What was said so far."""
        tables: dict[str, Any] = {}
        if self._groups:
            tables["group_table"] = tuple(self._groups.values())
        if self._rules:
            tables["rules"] = tuple(self._rules)
        return Settings(**{**self._said, **tables})

    def _read(
        self, values: Values, readers: Readers, tell: Callable[[Place, str, object, str], Finding]
    ) -> dict[str, Any]:
        """The values that could be read; problems are told."""
        read: dict[str, Any] = {}
        for key, (value, where) in values.items():
            if value == "" or value is None:
                continue
            if isinstance(value, Fault):
                self.findings.append(without_value(where, value))
                continue
            try:
                read[key] = readers[key](value)
            except WrongValueError as wrong:
                self.findings.append(tell(where, key, value, wrong.wanted))
        return read
