"""The parts of these pages that are made of the program itself, anew whenever they are built.

A page writes ``:::{from-program} options allocate`` and gets the options of that command; ``PARTS``
has every word that may stand there. What such a part says stands nowhere else.
"""

import re
from collections.abc import Callable
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from from_program import codes, commands, exports, keys, languages, settings, units

#: Word -> what makes Markdown of the rest of the line.
PARTS: dict[str, Callable[[str], str]] = {
    "options": commands.options_of,
    "messages": codes.messages_of,
    "goals": lambda _: units.goals(),
    "goal-names": lambda _: units.goal_names(),
    "rules": lambda _: units.rules(),
    "rule-kinds": lambda _: units.rule_kinds(),
    "settings": lambda _: settings.settings(),
    "setting-names": lambda _: settings.setting_names(),
    "words": languages.words_of,
    "exports": lambda _: exports.exports_table(),
    "keys": keys.keys_of,
}


#: Where a page wants a part.
_WANTED = re.compile(r"^:::\{from-program\} (?P<kind>[a-z-]+) ?(?P<name>.*)\n:::$", re.MULTILINE)


def part(kind: str, name: str = "") -> str:
    """The Markdown of a part, such as ``options`` of ``allocate``.

    Raises:
        KeyError: when there is no such part, or nothing of this name in it.
    """
    return PARTS[kind](name)


def filled(page: str) -> str:
    """The Markdown of a page with every part in its place, in a box that styles can speak of.

    Raises:
        KeyError: when the page wants a part that there is not.
    """
    return _WANTED.sub(_box, page)


def _box(wanted: re.Match[str]) -> str:
    kind, name = wanted["kind"], wanted["name"]
    return f"::::{{container}} from-program {kind}\n\n{part(kind, name)}\n\n::::"


def _fill(_app: Sphinx, _page: str, source: list[str]) -> None:
    """The text of a page before Sphinx reads it."""
    source[0] = filled(source[0])


def _made_of_program(_app: Sphinx, environment: BuildEnvironment, *_: object) -> list[str]:
    """The pages that are never up to date, because the program may have changed."""
    return [
        page
        for page in environment.found_docs
        if _WANTED.search(Path(environment.doc2path(page)).read_text("utf-8"))
    ]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx when to ask."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _made_of_program)
    return {"parallel_read_safe": True}
