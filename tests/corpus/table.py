"""The table of all named cases, printed at the end of a run: name, expected, got."""

from pytest import TerminalReporter  # noqa: PT013 - a type

#: The property of a test under which a case leaves its row.
ROW = "corpus"


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Print the row of every case that ran; one that did otherwise is marked."""
    rows: list[tuple[str, str, str]] = sorted(
        content
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        for key, content in report.user_properties
        if key == ROW
    )
    if not rows:
        return
    terminalreporter.write_sep("=", f"{len(rows)} named cases of bad input")
    for name, expected, got in rows:
        mark = " " if expected == got else "!"
        terminalreporter.write_line(f"{mark} {name:<28} {expected[:60]:<60} {got[:60]}")
