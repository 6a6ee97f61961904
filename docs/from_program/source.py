"""The source of the program: which function or class says what, and under which code."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import allocator

_CODE = re.compile(r"[EN]-[A-Z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A function, or an error class: what it says, gives and calls, each with its line."""

    module: str
    name: str
    said: tuple[tuple[int, str], ...]
    codes: tuple[tuple[int, str], ...]
    calls: tuple[tuple[int, str], ...]
    is_error: bool

    def parts(self) -> Iterator[tuple[str, list[str], set[str]]]:
        """Each code, with what is said and called between the code before it and itself."""
        before = 0
        for last, code in self.codes:
            said = [text for line, text in self.said if before < line <= last]
            yield code, said, {name for line, name in self.calls if before < line <= last}
            before = last

    def is_called(self, names: Collection[str], module: str) -> bool:
        """Whether it is among the calls of a module; a name with a dash is known in its own."""
        return self.name in names and (module == self.module or not self.name.startswith("_"))


def makers() -> list[Maker]:
    """Everything in the program that says something or gives a code."""
    package = Path(allocator.__file__).parent
    trees = {
        str(path): ast.parse(path.read_text("utf-8")) for path in sorted(package.rglob("*.py"))
    }
    classes = {
        node.name: node for tree in trees.values() for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }  # fmt: skip
    codes = {name: code for name in classes if (code := _code_of(name, classes))}
    worded = {name: code for name, code in codes.items() if _is_worded(classes[name])}
    return [each for module, tree in trees.items() for each in _makers(module, tree, codes, worded)]


def _code_of(name: str, classes: Mapping[str, ast.ClassDef]) -> str:
    """The code of an error class, its own or that of the class that it is a kind of."""
    if name not in classes:
        return ""
    for line in classes[name].body:
        if isinstance(line, ast.Assign) and _is_code(line.value):
            return str(ast.literal_eval(line.value))
    bases = [each.id for each in classes[name].bases if isinstance(each, ast.Name)]
    return next((code for each in bases if (code := _code_of(each, classes))), "")


def _is_worded(node: ast.ClassDef) -> bool:
    """Whether an error is handed its sentence by whoever raises it."""
    for line in node.body:
        if isinstance(line, ast.FunctionDef) and line.name == "__init__":
            return "message" in {each.arg for each in line.args.args}
    return True


def _makers(
    module: str, tree: ast.Module, codes: Mapping[str, str], worded: Mapping[str, str]
) -> Iterator[Maker]:
    """The functions of a module, and its error classes as a whole."""
    errors = [
        node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name in codes
    ]
    inside = {id(part) for node in errors for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and id(node) not in inside:
            given = sorted(_given(node, worded))
            yield _maker(module, node, given)
    for error in errors:
        yield _maker(module, error, [(error.end_lineno or 0, codes[error.name])])


def _maker(
    module: str,
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef,
    codes: list[tuple[int, str]],
) -> Maker:
    said = [*_said(node), *(_assigned(node) if codes else ())]
    return Maker(
        module=module,
        name=node.name,
        said=tuple(sorted(said)),
        codes=tuple(codes),
        calls=tuple((call.lineno, _name(call)) for call in _calls(node)),
        is_error=isinstance(node, ast.ClassDef),
    )


def _given(node: ast.AST, worded: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The codes that a function gives: to a finding, or by an error that it words."""
    for call in _calls(node):
        line = call.end_lineno or call.lineno
        for value in (*call.args[:1], *(each.value for each in call.keywords)):
            if _is_code(value):
                yield line, str(ast.literal_eval(value))
        if _name(call) in worded:
            yield line, worded[_name(call)]


def _said(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The templates, which are literals wherever something is said."""
    for call in _calls(node):
        if isinstance(call.func, ast.Name) and call.func.id == "say":
            yield call.lineno, ast.literal_eval(call.args[0])


def _assigned(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The messages that only the terminal shows, which are plain strings in English."""
    for each in ast.walk(node):
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == "message":
            value = each.value
            if isinstance(value, ast.Constant):
                yield each.lineno, str(value.value)
            elif isinstance(value, ast.JoinedStr):
                yield each.lineno, ast.unparse(value)[2:-1]


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def _is_code(node: ast.expr) -> bool:
    value = node.value if isinstance(node, ast.Constant) else None
    return isinstance(value, str) and bool(_CODE.fullmatch(value))
