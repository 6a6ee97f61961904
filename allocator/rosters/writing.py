"""From an outcome to its rosters workbook."""

import os
import time
from dataclasses import replace
from datetime import UTC, datetime

from allocator.allocation import Outcome
from allocator.rosters.book import file_of
from allocator.rosters.edition import edition_of
from allocator.rosters.files import put


def write_rosters(
    outcome: Outcome,
    path: str | os.PathLike[str],
    *,
    force: bool = True,
    stamp: datetime | None = None,
) -> Outcome:
    """Write the rosters workbook and return the outcome with the seconds that writing took.

    The same outcome and stamp give the same bytes. Without a stamp it is ``SOURCE_DATE_EPOCH``
    where that is set, else now; a stamp without a time zone is UTC.

    Raises:
        OutputExists: when the file is there and ``force`` is off.
        CannotWrite: when the system refuses; what was there before is intact.
    """
    start = time.perf_counter()
    put(path, rosters_file(outcome, stamp=stamp), force=force)
    seconds = {**outcome.seconds, "write": time.perf_counter() - start}
    return replace(outcome, seconds=seconds)


def rosters_file(outcome: Outcome, *, stamp: datetime | None = None) -> bytes:
    """The rosters workbook as the bytes of its file; nothing touches the disk."""
    return file_of(edition_of(outcome, stamp or present()))


def present() -> datetime:
    """Now, or the moment that ``SOURCE_DATE_EPOCH`` (seconds since 1970) stands for; UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
