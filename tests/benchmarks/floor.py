"""The least a program like this can cost: its imports, one read of the list, one write of cells.

Usage: ``python -m benchmarks.floor LIST.xlsx CELLS.json OUTPUT.xlsx``.
CELLS maps sheet names to rows.
"""

import json
import sys
from pathlib import Path

import openpyxl
import pandas as pd  # noqa: F401 - its import is a part of the floor
from ortools.sat.python import cp_model  # noqa: F401 - its import is a part of the floor


def main(source: str, cells: str, output: str) -> None:
    """Read every cell of the list, then write every value of the workbook."""
    for sheet in openpyxl.load_workbook(source).worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass
    workbook = openpyxl.Workbook(write_only=True)
    for name, rows in json.loads(Path(cells).read_text("utf-8")).items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
