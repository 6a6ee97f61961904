"""The table of all named cases, printed at the end of a run: name, expected, got."""

from typing import TYPE_CHECKING, NamedTuple

from corpus.case import NUMBERS
from pytest import TerminalReporter  # noqa: PT013 - a type

if TYPE_CHECKING:
    from corpus.runs import Run

#: The property of a test under which a case leaves its row.
ROW = "corpus"


class Row(NamedTuple):
    """One case: its number and name, what it must tell and what it told, and what that took."""

    number: str
    name: str
    expected: str
    got: str
    seconds: float
    memory: int


def row(number: str, name: str, expected: str, found: "Run") -> tuple[object, ...]:
    """The row of a case, as it comes through from one process to another."""
    return tuple(Row(number, name, expected, found.told, found.seconds, found.memory))


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print the row of every case that ran; one that did otherwise is marked."""
    rows: list[Row] = [
        Row(*content)
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        for key, content in report.user_properties
        if key == ROW
    ]
    if not rows:
        return
    covered = len({each.number for each in rows})
    title = f"{len(rows)} named cases of bad input, {covered} of {len(NUMBERS)} numbers"
    terminalreporter.write_sep("=", title)
    for each in sorted(rows, key=lambda each: (NUMBERS.index(each.number), each.name)):
        mark = " " if each.expected == each.got else "!"
        name = f"{each.number:>3} {each.name}"
        terminalreporter.write_line(f"{mark} {name:<28} {each.expected[:60]:<60} {each.got[:60]}")
    slowest = max(rows, key=lambda each: each.seconds)
    largest = max(rows, key=lambda each: each.memory)
    terminalreporter.write_line(
        f"  slowest: {slowest.name}, {slowest.seconds:.1f} s; "
        f"largest: {largest.name}, {largest.memory / 1e9:.2f} GB"
    )
