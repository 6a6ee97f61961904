"""The keys of JSON answers, from their schemas: each key stands in the schema alone."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from from_program.markdown import code, prose, table

_DOCS = Path(__file__).parent.parent
#: The types of JSON Schema in the words of these pages.
_TYPES = {
    "string": "text",
    "integer": "number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "array": "list",
    "null": "null",
}

#: A form, or a part of one: as JSON Schema has it.
Form = dict[str, Any]


@cache
def schema(name: str) -> Form:
    """A schema of these pages, by its file name without the ending."""
    found: Form = json.loads((_DOCS / f"{name}.schema.json").read_text("utf-8"))
    return found


def keys_of(wanted: str) -> str:
    """A table of the keys of a form: ``allocator-1 group``; parts of other forms are linked.

    Raises:
        KeyError: when the schema has no such form.
    """
    name, form = wanted.split()
    rows = [
        (code(path), _type(name, each), prose(each.get("description", "")))
        for path, each in _keys(schema(name)["$defs"][form])
    ]
    return table(("key", "type", "meaning"), rows)


def _keys(form: Form, before: str = "") -> Iterator[tuple[str, Form]]:
    """Path and form of each key, ``groups[].name``; keys that are those of another form are not."""
    for key, each in form.get("properties", {}).items():
        if re.fullmatch("#/[$]defs/\\w+/properties/\\w+", each.get("$ref", "")) and len(each) == 1:
            continue
        path = before + key
        yield path, each
        yield from _keys(each, f"{path}.")
        yield from _keys(each.get("items", {}), f"{path}[].")
        further = each.get("additionalProperties")
        yield from _keys(further if isinstance(further, dict) else {}, f"{path}.*.")


def _type(name: str, form: Form) -> str:
    """What a value is, in words; an object that stands elsewhere is linked."""
    if "$ref" in form:
        target = form["$ref"].rsplit("/", 1)[-1]
        if "/properties/" not in form["$ref"]:
            return f"[{target}](#{target.replace('_', '-')})"
        return _type(name, _at(name, form["$ref"]))
    if "const" in form:
        return code(json.dumps(form["const"]))
    if "enum" in form:
        return ", ".join(code(json.dumps(each)) for each in form["enum"])
    if "anyOf" in form:
        return " or ".join(_type(name, each) for each in form["anyOf"])
    types = form.get("type", [])
    return " or ".join(
        _plain(name, each, form) for each in ([types] if isinstance(types, str) else types)
    )


def _plain(name: str, kind: str, form: Form) -> str:
    """One type, with what a list or a mapping holds."""
    if kind == "array" and not form.get("items", {}).get("properties"):
        inside = _type(name, form["items"]) if "items" in form else ""
        return f"list of {inside}" if inside else "list"
    if kind == "object" and isinstance(form.get("additionalProperties"), dict):
        return f"object: text to {_type(name, form['additionalProperties'])}"
    return _TYPES[kind]


def _at(name: str, reference: str) -> Form:
    found: Any = schema(name)
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    form: Form = found
    return form
