"""Every fault of the table has its tests, and every file of faults is in the table."""

from pathlib import Path

import pytest
from faults.rows import ROWS

HERE = Path(__file__).parent


@pytest.mark.parametrize("fault", ROWS)
def test_every_fault_has_the_tests_that_are_named(fault: str) -> None:
    """A test that is renamed or lost is missed here."""
    missing = [
        name
        for name in ROWS[fault]
        for file, _, test in [name.partition("::")]
        if f"\ndef {test}(" not in (HERE / f"{file}.py").read_text("utf-8")
    ]

    assert ROWS[fault]
    assert [] == missing


def test_every_file_of_faults_is_in_the_table() -> None:
    """None is forgotten."""
    named = {name.partition("::")[0] for names in ROWS.values() for name in names}

    named = {name for name in named if "/" not in name}

    assert named == {path.stem for path in HERE.glob("test_*.py")} - {"test_rows"}
