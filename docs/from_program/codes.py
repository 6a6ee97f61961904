"""Every code with what it says, and how a command or a request ends that says it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import allocator
from allocator.errors import AllocatorError, ListRefused
from from_program.markdown import code, prose, table
from from_program.sentences import sentences

#: A placeholder of a template, such as ``{rows:,}`` or ``{access.port}``.
_PLACEHOLDER = re.compile(r"\{(?:\w+\.)*(\w+)[^}]*\}")
#: A code that is given to a finding of a list, which is refused for it.
_OF_A_FINDING = re.compile(r'(?:\berror\(|\bcode=)\s*"(E-[A-Z]+)"')
_KINDS = {"errors": "E-", "notices": "N-"}


def messages_of(kind: str) -> str:
    """A table of the codes of ``errors`` or ``notices`` with all their sentences.

    Raises:
        KeyError: when the kind is neither.
    """
    rows = [
        (_link(each) if first else "", sentence, _ends(each) if first else "")
        for each, said in sentences().items()
        if each.startswith(_KINDS[kind])
        for first, sentence in _lines(said)
    ]
    if kind == "notices":
        return table(("code", "says"), [row[:2] for row in rows])
    return table(("code", "says", "ends with"), rows)


@cache
def endings() -> dict[str, tuple[str, ...]]:
    """Code of an error -> exit codes of commands, and ``HTTP 409`` for those of the page."""
    found: dict[str, set[str]] = {}
    for error in _errors(AllocatorError):
        status = getattr(error, "status", None)
        ending = f"HTTP {status}" if status else str(error.exit_code)
        found.setdefault(error.code, set()).add(ending)
    for each in _of_findings():
        if all(ending.startswith("HTTP") for ending in found.get(each, ())):
            found.setdefault(each, set()).add(str(ListRefused.exit_code))
    return {each: tuple(sorted(those)) for each, those in sorted(found.items())}


def _ends(name: str) -> str:
    """The endings of a code in a cell: ``3, HTTP 413``, or ``HTTP 409, 429``."""
    plain = [each for each in endings().get(name, ()) if each.isdigit()]
    status = [each.split()[1] for each in endings().get(name, ()) if not each.isdigit()]
    return ", ".join([*plain, *([f"HTTP {', '.join(status)}"] if status else [])])


def _errors(kind: type[AllocatorError]) -> Iterator[type[AllocatorError]]:
    """An error class and all kinds of it, wherever in the program they stand."""
    for module in pkgutil.walk_packages(allocator.__path__, "allocator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    yield kind
    for each in kind.__subclasses__():
        yield from _errors(each)


def _of_findings() -> set[str]:
    sources = Path(allocator.__file__).parent.rglob("*.py")
    return {each for path in sources for each in _OF_A_FINDING.findall(path.read_text("utf-8"))}


def _link(name: str) -> str:
    return f"[{code(name)}](errors.md#{name.lower()})"


def _lines(said: tuple[str, ...]) -> list[tuple[bool, str]]:
    """Each sentence with what is filled in in italics, and whether it is the first."""
    return [(not n, _PLACEHOLDER.sub(_filled, prose(each))) for n, each in enumerate(said)]


def _filled(found: re.Match[str]) -> str:
    return f"*{found[1]}*"
