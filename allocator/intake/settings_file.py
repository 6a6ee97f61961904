"""A settings file such as ``event.toml``."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from allocator.errors import ListRefused
from allocator.findings import Place
from allocator.intake import setting_refusals
from allocator.intake.guard import load
from allocator.intake.rule_values import RULE_READERS
from allocator.intake.setting_values import GROUP_READERS, READERS, Readers
from allocator.intake.settings_reader import SettingsReader
from allocator.settings import Settings
from allocator.text import say


def read_settings(path: str | Path) -> Settings:
    """The settings of a TOML file.

    Keys are those of ``Settings``, with ``-`` or ``_``; each ``[[group]]`` table has ``name`` and
    may have ``room``, ``capacity`` (people), ``languages``, ``chair`` and ``rapporteur``. Each
    ``[[rule]]`` table has ``rule`` and ``who`` and may have ``group`` or ``with``, ``number`` and
    ``note``.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: E-SIZE; E-SETTING, with every unknown key and every value that cannot be.
    """
    path = Path(path)
    content, place = _content(path), Place(file=path.name)
    return settings_in(_parsed(content, place), place, content)


def settings_in(values: Mapping[str, object], place: Place, content: str = "") -> Settings:
    """The settings of a mapping with the keys of a settings file; ``content`` is its text.

    Raises:
        ListRefused: E-SETTING, with every unknown key and every value that cannot be.
    """
    reader = SettingsReader()
    tables = {"group": _add_group, "rule": _add_rule}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name in tables:
            lines = _lines_of(content, name)
            for number, table in enumerate(value if isinstance(value, list) else ["one table"]):
                where = replace(place, row=lines[number]) if number < len(lines) else place
                tables[name](table, where, reader)
        elif name in READERS:
            reader.say(name, value, place)
        else:
            reader.refuse(key, place)
    if reader.findings:
        raise ListRefused(reader.findings)
    return reader.settings()


def _content(path: Path) -> str:
    try:
        return load(path).content.decode()
    except UnicodeDecodeError as error:
        place = Place(file=path.name)
        raise ListRefused([setting_refusals.toml_invalid(place, str(error))]) from error


def _parsed(content: str, place: Place) -> Mapping[str, object]:
    try:
        return tomllib.loads(content)
    except RecursionError as error:
        reason = say("it has too many brackets within each other")
        raise ListRefused([setting_refusals.toml_invalid(place, reason)]) from error
    except ValueError as error:
        # Also what Python says of a number of thousands of digits.
        raise ListRefused([setting_refusals.toml_invalid(place, str(error))]) from error


def _lines_of(content: str, name: str) -> list[int]:
    """The lines on which the tables of a kind begin, from 1."""
    head = re.compile(rf"\s*\[\[\s*{name}\s*\]\]")
    return [number for number, line in enumerate(content.splitlines(), 1) if head.match(line)]


def _add_group(table: object, place: Place, reader: SettingsReader) -> None:
    if values := _values(table, "group", GROUP_READERS, place, reader):
        reader.add_group(values, place)


def _add_rule(table: object, place: Place, reader: SettingsReader) -> None:
    readers = {**RULE_READERS, "group": RULE_READERS["with"]}
    if values := _values(table, "rule", readers, place, reader):
        if all(values.get(key, ("",))[0] for key in ("group", "with")):
            reader.findings.append(setting_refusals.group_and_with(place))
            return
        group, place_of = values.pop("group", ("", place))
        reader.add_rule({**values, **({"with": (group, place_of)} if group else {})}, place)


def _values(
    table: object, name: str, readers: Readers, place: Place, reader: SettingsReader
) -> dict[str, tuple[object, Place]]:
    """The values of a table with their place; problems are told."""
    if not isinstance(table, dict) or not table:
        reader.findings.append(setting_refusals.table_in_one_bracket(place, name))
        return {}
    named = {key.replace("-", "_"): value for key, value in table.items()}
    for key in sorted(named.keys() - readers.keys()):
        nearest = get_close_matches(key, readers, 1)
        reader.findings.append(
            setting_refusals.setting_unknown(place, f"{name}.{key}", *nearest or [""])
        )
    return {key: (value, place) for key, value in named.items() if key in readers}
