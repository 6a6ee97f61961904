"""What holds for every test."""

import signal

import pytest


@pytest.fixture(autouse=True)
def interruptible() -> None:
    """Ctrl+C reaches Python.

    A solver that a test runs itself, with default parameters, takes SIGINT and leaves the system's
    own action behind (measured, ortools 9.15): the next Ctrl+C would end pytest without a word.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
