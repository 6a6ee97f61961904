"""The sentences that people read, found in the program's own text."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from jinja2.nodes import Call, Const

import allocator

PACKAGE = Path(allocator.__file__).parent


def templates(path: Path) -> Iterator[str]:
    """The templates of a module, or of a template of the page.

    One that is no literal could not be found by anybody.
    """
    if path.suffix == ".html":
        for call in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(Call):
            if getattr(call.node, "name", "") == "say":
                assert isinstance(call.args[0], Const), f"{path.name}:{call.lineno}"
                yield str(call.args[0].value)
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
            assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}"
            yield str(node.args[0].value)


def used() -> set[str]:
    """The templates of the whole program."""
    return {each for path in sources(PACKAGE) for each in templates(path)}


def sources(folder: Path) -> list[Path]:
    """The modules of a folder, and the templates of the page."""
    return sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".html"})
