"""Reads one upload from standard input, within limits, and answers on standard output.

This file is run as a script, in a process of its own. Nothing is imported before the limits stand.
"""

import os
import sys
from pathlib import Path
from traceback import extract_tb
from typing import Any

#: Memory, in bytes. The largest lists that are accepted were measured to take 0.45 GB.
MEMORY = 1_000_000_000
#: Seconds of processor time.
SECONDS = 20
#: Files that may be open at once; Python and its modules take a handful.
FILES = 64
#: What the process ends with when it got no memory.
NO_MEMORY = 3


def main() -> int:
    """Answer the question on standard input; 0 when there is an answer, 3 when memory ran out.

    The answer to what was not foreseen is a text: the kind of error, and where it was met.
    """
    answers, sys.stdout = sys.stdout.buffer, open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - what a library prints is no answer
    sys.path.insert(0, str(Path(__file__).parents[2]))
    _limit()
    try:
        answers.write(_packed_answer())
        answers.flush()
    except (MemoryError, ImportError) as error:
        if not _lacks_memory(error):
            raise
        return NO_MEMORY
    return 0


def _lacks_memory(error: Exception) -> bool:
    """Whether memory ran out: a library that does not fit into it is told as an import error."""
    return isinstance(error, MemoryError) or "failed to map segment" in str(error)


def _packed_answer() -> bytes:
    from allocator.web.packing import packed, unpacked  # noqa: PLC0415 - within the limits

    question = unpacked(sys.stdin.buffer.read())
    try:
        return packed(_answer(question))
    except Exception as error:
        if _lacks_memory(error):
            raise
        # Whatever it is, the server tells and goes on.
        return packed(_where(error))


def _where(error: Exception) -> str:
    """The error without its text, which may quote the file."""
    frames = extract_tb(error.__traceback__)
    return f"{type(error).__name__} ({Path(frames[-1].filename).name}:{frames[-1].lineno})"


def _answer(question: Any) -> object:  # noqa: ANN401 - as parsing.py asks it
    from allocator.errors import ListRefused  # noqa: PLC0415 - within the limits
    from allocator.intake import examine_upload  # noqa: PLC0415 - as above
    from allocator.intake.marked import marked_copy  # noqa: PLC0415 - as above

    task, upload, reading, *findings = question
    try:
        if task == "mark":
            return marked_copy(upload, findings[0], reading)
        found = examine_upload(upload, reading)
        return _rosters(upload.content, upload.file) if found.rosters else found
    except ListRefused as refused:
        return refused


def _rosters(content: bytes, file: str) -> object:
    from allocator.errors import ListRefused  # noqa: PLC0415 - within the limits
    from allocator.intake import Examination  # noqa: PLC0415 - as above
    from allocator.rosters import read_rosters_file  # noqa: PLC0415 - as above

    try:
        return read_rosters_file(content, file)
    except ListRefused as refused:
        return Examination(findings=refused.findings, workshop=None, rosters=True)


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows lacks it

    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_NOFILE: FILES,
        # Nothing can be written to disk, not even by a library that means well.
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        _, hard = resource.getrlimit(limit)
        most = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    sys.exit(main())
