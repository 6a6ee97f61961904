"""The published forms of JSON answers, and what an answer has against its own; shared by tests."""

from typing import Any

from from_program.keys import schema
from jsonschema import Draft202012Validator

#: What the commands print with ``--json``.
COMMANDS = "allocator-1"


def faults(name: str, answer: object, published: str = COMMANDS) -> list[str]:
    """What an answer has against its form: keys missing, of another type, or not in the form."""
    forms = strict(schema(published)["$defs"])
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": forms})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(answer)]


def strict(form: object) -> object:
    """The schema with every object closed: a key that it does not name is one too many."""
    if isinstance(form, list):
        return [strict(each) for each in form]
    if not isinstance(form, dict):
        return form
    closed = {key: strict(value) for key, value in form.items()}
    return {"additionalProperties": False, **closed} if "required" in form else closed


def described(form: dict[str, Any]) -> list[tuple[str, bool]]:
    """Every key of a form and of what is inside of it, and whether it says what it means."""
    found = []
    for key, each in form.get("properties", {}).items():
        found.append((key, bool(each.get("description")) or set(each) == {"$ref"}))
        found += described(each)
    for inside in (form.get("items"), form.get("additionalProperties")):
        found += described(inside) if isinstance(inside, dict) else []
    return found
