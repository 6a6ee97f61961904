"""Where the real lists are: some ship with the examples, two may only be tested with."""

from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_FOLDERS = (_ROOT / "examples" / "lists", _ROOT.parent / "shared" / "data" / "inputs")


def real_list(number: str) -> Path:
    """The real list with a number (``01``, ``03``, ``04``, ``05``, ``07``, ``08``).

    Skips the test where the list is not there: 01 and 07 do not ship with the repository.
    """
    for folder in _FOLDERS:
        for path in sorted(folder.glob(f"{number}_*")):
            return path
    pytest.skip(f"list {number} does not ship with the repository")
