"""The sheets of a list that say something about the session: Groups, Rules, Settings."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from allocator.findings import Finding, Place
from allocator.folding import fold
from allocator.intake import setting_refusals
from allocator.intake.refusals import without_value
from allocator.intake.settings_reader import SettingsReader, Values
from allocator.intake.sheet import Fault, Row, Sheet, Value, filled, shown
from allocator.intake.told import column_unread
from allocator.language import LANGUAGES
from allocator.settings import Settings
from allocator.vocabulary import in_language, keys_of, words


@dataclass(frozen=True, slots=True)
class SheetSettings:
    """What the sheets say, and what is wrong with it."""

    settings: Settings
    findings: tuple[Finding, ...]


def settings_of(sheets: Sequence[Sheet], listed: Sheet) -> SheetSettings:
    """The settings of all sheets but the list itself."""
    reader = SettingsReader()
    readers = {"groups": _read_groups, "settings": _read_settings, "rules": _read_rules}
    for sheet in sheets:
        role = keys_of("sheets").get(fold(sheet.name), "")
        if sheet is not listed and sheet.rows and role in readers:
            readers[role](sheet, reader)
    return SheetSettings(reader.settings(), tuple(reader.findings))


def _read_settings(sheet: Sheet, reader: SettingsReader) -> None:
    for number, row in sheet.rows.items():
        key, value = shown(row[0]).strip(), row[1] if len(row) > 1 else ""
        if isinstance(row[0], Fault):
            reader.findings.append(without_value(sheet.place(number, 1), row[0]))
            continue
        known = keys_of("settings").get(fold(key))
        if known:
            reader.say(known, _said(value), sheet.place(number, 2))
        elif key and len(filled(row[:2])) > 1 and fold(key) not in words("settings_titles")["key"]:
            reader.refuse(key, sheet.place(number, 1))


def _read_groups(sheet: Sheet, reader: SettingsReader) -> None:
    header = _header(sheet, "groups", needed={"name"})
    if header is None:
        reader.findings.append(setting_refusals.groups_without_names(sheet.place()))
        return
    reader.findings += _unread(sheet, *header)
    for values, place in _rows_below(sheet, *header, "name"):
        reader.add_group(values, place)


def _read_rules(sheet: Sheet, reader: SettingsReader) -> None:
    header = _header(sheet, "rules", needed={"rule", "who"})
    if header is None:
        reader.findings.append(setting_refusals.rules_without_heads(sheet.place()))
        return
    reader.findings += _unread(sheet, *header)
    language = _language_of(sheet, *header)
    for values, place in _rows_below(sheet, *header, "rule"):
        reader.add_rule(values, place, language)


def _language_of(sheet: Sheet, number: int, columns: Mapping[str, int]) -> str:
    """The language of the headings of a table of rules, of several the first."""
    texts = {key: fold(shown(sheet.rows[number][index])) for key, index in columns.items()}

    def known(code: str) -> int:
        named = in_language(code, "rules")
        return sum(text in named[key] for key, text in texts.items())

    return max(LANGUAGES, key=known)


def _header(
    sheet: Sheet, section: str, needed: AbstractSet[str]
) -> tuple[int, Mapping[str, int]] | None:
    """The row in which most columns of a table are named, the needed ones among them."""
    best: tuple[int, dict[str, int]] | None = None
    for number, row in sheet.rows.items():
        columns: dict[str, int] = {}
        for index in filled(row):
            key = keys_of(section).get(fold(shown(row[index])))
            if key and key not in columns:
                columns[key] = index
        if needed <= columns.keys() and (best is None or len(columns) > len(best[1])):
            best = number, columns
    return best


def _unread(sheet: Sheet, number: int, columns: Mapping[str, int]) -> Iterator[Finding]:
    """A notice of each heading that no column of a table has, or one has already."""
    row = sheet.rows[number]
    for index in filled(row):
        if index not in columns.values():
            usual = [shown(row[each]) for each in columns.values()]
            yield column_unread(sheet.place(number, index + 1), shown(row[index]), usual)


def _rows_below(
    sheet: Sheet, start: int, columns: Mapping[str, int], first: str
) -> Iterator[tuple[Values, Place]]:
    """The filled rows below a header: column -> value and place, and the place of the first one."""
    for number, row in sheet.rows.items():
        if number <= start or not any(_at(row, index) != "" for index in columns.values()):
            continue
        values = {
            key: (_said(_at(row, index)), sheet.place(number, index + 1))
            for key, index in columns.items()
        }
        yield values, sheet.place(number, columns[first] + 1)


def _said(value: Value) -> object:
    return value.strip() if isinstance(value, str) else value


def _at(row: Row, index: int) -> Value:
    return row[index] if index < len(row) else ""
