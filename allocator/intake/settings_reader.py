"""Collects settings one by one, with everything that is wrong with them."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from allocator.findings import Finding, Place
from allocator.intake import refusals
from allocator.intake.setting_values import GROUP_READERS, READERS, WrongValueError
from allocator.settings import Group, Settings


@dataclass(slots=True)
class SettingsReader:
    """Takes settings and groups as they come; ``settings`` holds what could be read."""

    findings: list[Finding] = field(default_factory=list)
    _said: dict[str, Any] = field(default_factory=dict)
    _groups: list[Group] = field(default_factory=list)

    def say(self, key: str, value: object, place: Place) -> None:
        """Take the value of a key of ``Settings``; an empty one says nothing."""
        if value == "" or value is None:
            return
        if key in self._said:
            self.findings.append(refusals.setting_twice(place, key))
            return
        try:
            self._said[key] = READERS[key](value)
        except WrongValueError as wrong:
            self.findings.append(refusals.settings_problem(place, key, value, wrong.wanted))

    def refuse(self, key: str, place: Place) -> None:
        """Tell that there is no such key."""
        similar = get_close_matches(key, READERS, n=1)
        self.findings.append(refusals.setting_unknown(place, key, similar[0] if similar else ""))

    def add_group(self, values: dict[str, tuple[object, Place]], place: Place) -> None:
        """Take one group: property -> its value and place; empty values say nothing."""
        read: dict[str, Any] = {}
        for key, (value, where) in values.items():
            if value == "" or value is None:
                continue
            try:
                read[key] = GROUP_READERS[key](value)
            except WrongValueError as wrong:
                self.findings.append(refusals.settings_problem(where, key, value, wrong.wanted))
        if not read.get("name"):
            self.findings.append(
                refusals.settings_problem(place, "name", "", "the name of the group")
            )
        elif any(group.name == read["name"] for group in self._groups):
            self.findings.append(refusals.group_twice(place, read["name"]))
        else:
            self._groups.append(Group(**read))

    def settings(self) -> Settings:
        """What was said so far."""
        groups = {"group_table": tuple(self._groups)} if self._groups else {}
        return Settings(**{**self._said, **groups})
