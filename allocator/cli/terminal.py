"""The terminal: tables for people, JSON for programs, the live line, and errors with exit codes."""

import json
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from allocator.errors import MOST_SHOWN, AllocatorError, Interrupted
from allocator.findings import Finding

if TYPE_CHECKING:
    from rich.table import Table

    from allocator.allocation import Outcome
    from allocator.solve import Progress

#: Seconds of solving before the live line appears.
PATIENCE = 1.0
#: Notices shown on the terminal; the workbook has them all.
MOST_NOTICES = 6
#: Codes of notices that say how the list was read; the others may call for a correction.
_HOW_IT_WAS_READ = frozenset(
    {"N-AFFILIATION", "N-BLOCK", "N-CODE", "N-COUNT", "N-FORMULA", "N-INVISIBLE", "N-LINK",
     "N-MERGED", "N-NAMES", "N-REGION", "N-ROW", "N-SHEET", "N-SPACE", "N-STATUS", "N-TEXT"}
)  # fmt: skip
#: The narrowest a table may get, in characters, when output is not a terminal.
WIDTH = 100


@contextmanager
def reported_errors(*, as_json: bool) -> Iterator[None]:
    """Turn an error into its message on standard error, its JSON answer and its exit code."""
    try:
        yield
    except AllocatorError as error:
        click.echo(str(error), err=True)
        if as_json:
            from allocator.answers import refusal_answer  # noqa: PLC0415 - only for this

            print_json(refusal_answer(error))
        sys.exit(error.exit_code)


def print_json(answer: Mapping[str, object]) -> None:
    """One JSON object on standard output."""
    is_unicode = (sys.stdout.encoding or "").casefold().startswith("utf")
    click.echo(json.dumps(answer, ensure_ascii=not is_unicode, indent=1))


def print_notices(notices: Sequence[Finding]) -> None:
    """The first notices on standard error, and how many more; what may be a mistake is first."""
    for notice in sorted(notices, key=_only_tells)[:MOST_NOTICES]:
        click.echo(str(notice), err=True)
    if len(notices) > MOST_NOTICES:
        more = len(notices) - MOST_NOTICES
        word = "notice" if more == 1 else "notices"
        click.echo(f"… and {more} more {word}; the sheet of notices has them all", err=True)


def _only_tells(notice: Finding) -> bool:
    """Whether a notice says how the list as a whole was read, and asks nothing."""
    place = notice.place
    if notice.code == "N-NAME":
        return not place.row
    if notice.code == "N-HEADER":
        return bool(place.row and not place.column)
    return notice.code in _HOW_IT_WAS_READ


def print_findings(findings: Sequence[Finding]) -> None:
    """The first findings on standard error, and how many more there are."""
    for finding in findings[:MOST_SHOWN]:
        click.echo(str(finding), err=True)
    if len(findings) > MOST_SHOWN:
        click.echo(f"… and {len(findings) - MOST_SHOWN} more; --json has them all", err=True)


def print_tables(*tables: "Table") -> None:
    """Tables on standard output, as wide as the terminal allows."""
    from rich.console import Console  # noqa: PLC0415 - only needed when there is something to show

    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=WIDTH)
    # rich ends the program with 1 when nobody reads on; what was asked for is done all the same.
    console.on_broken_pipe = _nobody_reads  # type: ignore[method-assign] # its documented hook
    for table in tables:
        console.print(table)


def _nobody_reads() -> None:
    raise BrokenPipeError


def balance_table(outcome: "Outcome", title: str) -> "Table":
    """The balance table: every goal's value with the best possible beside it."""
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    from allocator.explain import balance_rows  # noqa: PLC0415 - reads the catalogue

    table = Table(
        title=Text(title) if title else None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
    )
    table.add_column("Goal")
    table.add_column("Value", justify="right", no_wrap=True)
    table.add_column("Best possible", justify="right", min_width=len("possible"))
    table.add_column("Proof", no_wrap=True)
    for row in balance_rows(outcome, "en"):
        value = f"{row.value} {row.unit}"
        verdict = Text(row.verdict, style="green" if row.value <= row.bound else "yellow")
        # The user's own words are Text: as plain strings, brackets in them would be markup.
        table.add_row(Text(row.title), value, str(row.bound), verdict)
    return table


def groups_tables(outcome: "Outcome", title: str = "") -> "Iterator[Table]":
    """The groups with their sizes, and who holds the offices, where there are any."""
    from rich import box  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    from allocator.explain import group_rows  # noqa: PLC0415 - reads the catalogue

    rows = group_rows(outcome)
    table = Table(
        title=title or None, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD
    )
    table.add_column("Group")
    if any(row.room for row in rows):
        table.add_column("Room")
    for heading in ("People", "Delegations", "Small delegations"):
        table.add_column(heading, justify="right", min_width=max(map(len, heading.split())))
    for row in rows:
        room = [Text(row.room)] if any(each.room for each in rows) else []
        counts = (row.delegates, row.delegations, row.small_delegations)
        table.add_row(Text(row.name), *room, *map(str, counts))
    yield table
    if any(row.chair or row.rapporteur for row in rows):
        officers = Table("Group", "Chair", "Rapporteur", box=box.SIMPLE_HEAD)
        for row in rows:
            officers.add_row(Text(row.name), Text(row.chair), Text(row.rapporteur))
        yield officers


class LiveLine:
    """One line on standard error while a solve takes longer than a second.

    The first Ctrl+C asks the searches to end and keep the best, also when it comes between two of
    them; a second one ends the program.
    """

    def __init__(self) -> None:
        """Nothing is shown yet, and Ctrl+C is listened for until ``close``."""
        self._live = sys.stderr.isatty()
        self._shown = 0.0
        self._used = False
        self._stopping = False
        self._usual = signal.signal(signal.SIGINT, self._heard)

    def __call__(self, progress: "Progress") -> bool:
        """Show goal, best value, proven bound and seconds: always anew, or once a second."""
        if progress.seconds < self._shown:
            self._shown = 0.0
        if progress.seconds >= PATIENCE and (self._live or progress.seconds >= self._shown + 1):
            self._show(progress)
        return self._stopping

    def _heard(self, _signal: int, _frame: object) -> None:
        """Take note of the first Ctrl+C; the second one leaves everything as it was.

        Raises:
            Interrupted: whatever the search in hand has made of the first one.
        """
        if self._stopping:
            # A third one must not come upon what the second one cleans up.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            raise Interrupted
        self._stopping = True

    def _show(self, progress: "Progress") -> None:
        self._shown, self._used = progress.seconds, True
        click.echo(
            f"\r\033[K{_line(progress)}" if self._live else _line(progress),
            err=True,
            nl=not self._live,
        )

    def close(self) -> None:
        """Leave the terminal on a new line, and Ctrl+C to the program."""
        signal.signal(signal.SIGINT, self._usual)
        if self._live and self._used:
            click.echo("\r\033[K", err=True, nl=False)


@contextmanager
def live_line() -> Iterator[LiveLine]:
    """A live line for the searches within, and a clean terminal after them."""
    live = LiveLine()
    try:
        yield live
    finally:
        live.close()


def _line(progress: "Progress") -> str:
    told = f"{progress.seconds:.0f} s (Ctrl+C keeps the best roster)"
    if progress.value is None:
        return f"looking for a roster, {told}"
    # The line is shown only while a search goes on, when this is loaded already.
    from allocator.explain import phase_title  # noqa: PLC0415 - reads the catalogue

    goal = phase_title(progress.goal, "en")
    bound = "none yet" if progress.bound is None else progress.bound
    return f"{goal}: best so far {progress.value}, proven bound {bound}, {told}"
