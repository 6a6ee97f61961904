"""Older workbooks (.xls) and those of LibreOffice (.ods), read in a child process with limits."""

import json
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from allocator.child import command
from allocator.errors import ListRefused
from allocator.intake import refusals
from allocator.intake.grid import LAST_COLUMN, LAST_ROW, fill_merged
from allocator.intake.guard import Harmless
from allocator.intake.sheet import Fault, Sheet, Value
from allocator.intake.upload import Upload
from allocator.text import say

#: After so many seconds the child is ended.
PATIENCE = 30

#: How a spreadsheet shows that a formula failed.
CELL_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
_DATES: Mapping[str, Callable[[str], Value]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def read_legacy(file: Harmless) -> tuple[Sheet, ...]:
    """The sheets of an .xls or .ods workbook, hidden ones included, in their order.

    Raises:
        ListRefused: E-DAMAGED, E-PASSWORD, E-RANGE or E-MEMORY.
    """
    upload = file.upload
    answer = _ask_child(upload)
    problem = answer.get("error")
    if problem == "password":
        raise ListRefused([refusals.has_password(upload.place)])
    if problem == "memory":
        raise ListRefused([refusals.too_little_memory(upload.place)])
    if problem == "far":
        cell = say("row {row}, column {column}", row=answer["row"], column=answer["column"])
        raise ListRefused([refusals.too_far(upload.place, cell, LAST_ROW, LAST_COLUMN)])
    if problem:
        raise ListRefused([refusals.damaged(upload.place)])
    return tuple(_sheet(upload, each) for each in answer["sheets"])


def _ask_child(upload: Upload) -> Mapping[str, Any]:
    script = Path(__file__).with_name("legacy_child.py")
    try:
        child = subprocess.run(  # noqa: S603 - our own script, no shell
            command(script, "-I"),
            input=upload.content,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        answer: Mapping[str, Any] = json.loads(child.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise ListRefused([refusals.reader_ended(upload.place)]) from error
    return answer


def _sheet(upload: Upload, answer: Mapping[str, Any]) -> Sheet:
    rows = {
        number: tuple(_value(value) for value in row)
        for number, row in enumerate(answer["rows"], 1)
    }
    sheet = Sheet(file=upload.file, name=answer["name"], rows=rows, hidden=answer["hidden"])
    ranges = [(top, left, bottom, right) for top, left, bottom, right in answer["merged"]]
    return fill_merged(sheet, ranges)


def _value(value: Any) -> Value:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return _DATES[kind](text)
    if value in CELL_ERRORS:
        return Fault("E-CELLERR", value)
    plain: Value = value
    return plain
