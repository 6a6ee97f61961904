"""The settings: what the program says of each on its sheet, and what holds without it."""

import click

from allocator.language import LANGUAGES, catalogue
from allocator.rosters.sheets.settings import KEYS
from from_program.commands import command_of, default_text
from from_program.languages import in_every_language
from from_program.markdown import code, prose, table


def settings() -> str:
    """Every setting: key, meaning, option and default."""
    told = catalogue("en")["settings_help"]
    languages = ", ".join(code(each) for each in LANGUAGES)
    rows = []
    for key in KEYS:
        option = _option(key)
        meaning = prose(told[key].replace("{languages}", "@")).replace("@", languages)
        rows.append((code(key), meaning, code(option.opts[-1]) if option else "", _default(option)))
    return table(("key", "meaning", "option", "default"), rows)


def setting_names() -> str:
    """What the sheet *Settings* calls each of them in every language."""
    words = in_every_language("settings")
    return table(("key", *LANGUAGES), [(code(key), *words[key]) for key in KEYS])


def _option(key: str) -> click.Option | None:
    """The option of ``allocator allocate`` that says the same."""
    wanted = f"--{key.replace('_', '-')}"
    params = command_of("allocate").params
    return next(
        (each for each in params if isinstance(each, click.Option) and wanted in each.opts), None
    )


def _default(option: click.Option | None) -> str:
    return (
        default_text(option.show_default) if option and isinstance(option.show_default, str) else ""
    )
