"""Sentences into the store and back, with what they are made of."""

import json
from collections.abc import Mapping
from typing import Any

from allocator.text import Text


def written(sentence: str) -> str:
    """The parts of a sentence as JSON; nothing where it is plain text."""
    return json.dumps(_parts(sentence)) if isinstance(sentence, Text) else ""


def read(sentence: str, parts: str) -> str:
    """The sentence again; one that was kept without parts stays as it was told."""
    return _text(json.loads(parts)) if parts else sentence


def _parts(text: Text) -> dict[str, Any]:
    kind, (head, values) = text.__reduce__()
    inner = {
        name: _parts(value) if isinstance(value, Text) else value for name, value in values.items()
    }
    return {"kind": kind.__name__, "template": head, "values": inner}


def _text(parts: Mapping[str, Any]) -> Text:
    kinds: list[type[Text]] = [Text, *Text.__subclasses__()]
    kind = next(kind for kind in kinds if kind.__name__ == parts["kind"])
    values = {
        name: _text(value) if isinstance(value, dict) else value
        for name, value in parts["values"].items()
    }
    return kind(parts["template"], values)
