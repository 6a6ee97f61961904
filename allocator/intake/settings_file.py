"""A settings file such as ``event.toml``."""

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from allocator.errors import CannotRead, ListRefused
from allocator.findings import Place
from allocator.intake import refusals
from allocator.intake.setting_values import GROUP_READERS, READERS
from allocator.intake.settings_reader import SettingsReader
from allocator.settings import Settings


def read_settings(path: str | Path) -> Settings:
    """The settings of a TOML file.

    Keys are those of ``Settings``, with ``-`` or ``_``; each ``[[group]]`` table has ``name`` and
    may have ``room``, ``capacity`` (people), ``languages``, ``chair`` and ``rapporteur``.

    Raises:
        CannotRead: when the file cannot be opened.
        ListRefused: E-SETTING, with every unknown key and every value that cannot be.
    """
    path = Path(path)
    place, reader = Place(file=path.name), SettingsReader()
    for key, value in _parsed(path).items():
        name = key.replace("-", "_")
        if name == "group":
            for table in value if isinstance(value, list) else ["one table"]:
                _add_group(table, place, reader)
        elif name in READERS:
            reader.say(name, value, place)
        else:
            reader.refuse(key, place)
    if reader.findings:
        raise ListRefused(reader.findings)
    return reader.settings()


def _parsed(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CannotRead(str(path), error.strerror or type(error).__name__) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ListRefused([refusals.toml_invalid(Place(file=path.name), str(error))]) from error


def _add_group(table: object, place: Place, reader: SettingsReader) -> None:
    if not isinstance(table, dict):
        reader.findings.append(refusals.group_in_one_bracket(place))
        return
    named = {key.replace("-", "_"): value for key, value in table.items()}
    for key in sorted(named.keys() - GROUP_READERS.keys()):
        nearest = get_close_matches(key, GROUP_READERS, 1)
        reader.findings.append(refusals.setting_unknown(place, f"group.{key}", *nearest or [""]))
    values = {key: (value, place) for key, value in named.items() if key in GROUP_READERS}
    reader.add_group(values, place)
