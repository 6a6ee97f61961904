"""The parts of these pages that are made of the program itself.

A page marks such a part with ``<!-- from the program: options allocate -->`` and ``<!-- end -->``;
``PARTS`` has every word that may stand there. ``python -m from_program`` in this folder writes anew
what stands between the marks, so that a page can be read as it is, and a test finds what was
forgotten. The built pages have it from the program in any case.
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


#: Where a part stands in a page, and what it says there now.
_MARKED = re.compile(
    r"^(?P<mark><!-- from the program: (?P<kind>[a-z-]+) ?(?P<name>.*) -->)\n"
    r"(?:(?!<!-- from the program).*\n)*?<!-- end -->$",
    re.MULTILINE,
)


def part(kind: str, name: str = "") -> str:
    """The Markdown of a part, such as ``options`` of ``allocate``.

    Raises:
        KeyError: when there is no such part, or nothing of this name in it.
    """
    return PARTS[kind](name)


def written(page: str) -> str:
    """The Markdown of a page with every part as the program says it now.

    Raises:
        KeyError: when the page wants a part that there is not.
    """
    return _MARKED.sub(
        lambda found: f"{found['mark']}\n\n{part(found['kind'], found['name'])}\n\n<!-- end -->",
        page,
    )


def filled(page: str) -> str:
    """The Markdown of a page for Sphinx: every part in a box that styles can speak of.

    Raises:
        KeyError: when the page wants a part that there is not.
    """
    return _MARKED.sub(_box, page)


def _box(found: re.Match[str]) -> str:
    kind, name = found["kind"], found["name"]
    return f"::::{{container}} from-program {kind}\n\n{part(kind, name)}\n\n::::"


def _fill(_app: Sphinx, _page: str, source: list[str]) -> None:
    """The text of a page before Sphinx reads it."""
    source[0] = filled(source[0])


def _made_of_program(_app: Sphinx, environment: BuildEnvironment, *_: object) -> list[str]:
    """The pages that are never up to date, because the program may have changed."""
    return [
        page
        for page in environment.found_docs
        if _MARKED.search(Path(environment.doc2path(page)).read_text("utf-8"))
    ]


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx when to ask."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _made_of_program)
    return {"parallel_read_safe": True}
