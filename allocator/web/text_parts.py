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
    return str(sentence) if not parts else _text(json.loads(parts))


def _parts(text: Text) -> dict[str, Any]:
    values = {
        name: _parts(value) if isinstance(value, Text) else value
        for name, value in text.values.items()
    }
    return {"template": text.template, "values": values}


def _text(parts: Mapping[str, Any]) -> Text:
    values = {
        name: _text(value) if isinstance(value, dict) else value
        for name, value in parts["values"].items()
    }
    return Text(parts["template"], values)
