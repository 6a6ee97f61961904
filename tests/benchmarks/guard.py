"""The guard's share of reading a long list; prints it per kind of file as JSON.

Usage: ``python -m benchmarks.guard ROWS LIST.xlsx``. Head-counts and regions are drawn from LIST.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO

from benchmarks.large_list import frame_like

from allocator.intake import Reading, Upload, examine_upload
from allocator.intake.guard import require_harmless

#: Runs behind each median, of guard and reading in turn.
RUNS = 7


def main(rows: str, source: str) -> None:
    """Ending -> processor time of the guard, divided by that of the whole reading."""
    frame, workbook = frame_like(source, int(rows)), BytesIO()
    frame.to_excel(workbook, index=False)
    files = {"xlsx": workbook.getvalue(), "csv": frame.to_csv(index=False).encode()}
    shares = {ending: share(content, f"list.{ending}") for ending, content in files.items()}
    sys.stdout.write(json.dumps(shares) + "\n")


def share(content: bytes, file: str) -> float:
    """The median time of the guard, divided by the median time of reading with it."""
    guard, whole = [], []
    for _ in range(RUNS):
        guard.append(seconds(lambda: require_harmless(Upload(content, file))))
        whole.append(seconds(lambda: require_read(Upload(content, file))))
    return statistics.median(guard) / statistics.median(whole)


def seconds(deed: Callable[[], object]) -> float:
    """Processor seconds that something takes."""
    began = time.process_time()
    deed()
    return time.process_time() - began


def require_read(upload: Upload) -> None:
    """Read a list, which must be a sound one."""
    assert examine_upload(upload, Reading()).workshop is not None


if __name__ == "__main__":
    main(*sys.argv[1:])
