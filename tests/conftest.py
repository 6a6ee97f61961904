"""What holds for every test."""

import os
import signal

import pytest
from corpus.table import pytest_terminal_summary
from hypothesis import Phase, settings

import allocator
from examples import EXAMPLES_OF_A_NIGHT, NIGHTLY

__all__ = ["interruptible", "pytest_terminal_summary"]

# The package says how openpyxl is to write before anybody loads it, as in the program itself.
assert allocator.__version__

# A change is judged by the same examples every time; elsewhere each run tries others.
settings.register_profile("ci", derandomize=True)
# For a night now and then: `pytest --hypothesis-profile nightly`.
settings.register_profile(
    NIGHTLY, max_examples=EXAMPLES_OF_A_NIGHT, deadline=None, derandomize=False, print_blob=True
)
# A mutant is judged by few examples, the same every time, and the first that fails will do: there
# are thousands of mutants.
settings.register_profile(
    "mutation",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=15,
    phases=(Phase.explicit, Phase.generate),
    report_multiple_bugs=False,
)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def interruptible() -> None:
    """Ctrl+C reaches Python.

    A solver that a test runs itself, with default parameters, takes SIGINT and leaves the system's
    own action behind (measured, ortools 9.15): the next Ctrl+C would end pytest without a word.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
