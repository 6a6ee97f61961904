"""Uploads are read in a process of their own: a hostile file ends that process, not the server."""

import contextlib
import logging
import os
import pickle
import signal
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from allocator.allocation import Outcome
from allocator.child import command
from allocator.errors import ListRefused
from allocator.findings import Finding
from allocator.intake import Examination, Reading, Upload
from allocator.intake.refusals import damaged, reader_ended, too_little_memory
from allocator.web.packing import packed, unpacked
from allocator.web.reader_process import NO_MEMORY

#: After so many seconds the process is ended.
PATIENCE = 40
#: Uploads that are read at once; each may take 1 GB. All requests share the memory of one machine.
AT_ONCE = 2
_PLACES: Final = threading.BoundedSemaphore(AT_ONCE)

_LOG: Final = logging.getLogger(__name__)

#: What the process is asked for.
Task = Literal["examine", "mark"]


def examined(upload: Upload, reading: Reading) -> Examination | Outcome:
    """What an upload holds: the outcome of a rosters workbook, the examination of everything else.

    Nothing of the bytes is written to disk, and nothing of the file's name is opened.

    Returns:
        An ``Outcome`` for sound rosters. For a list, and for what is neither, an ``Examination``
        with every problem; a file that ends its reader's process, or takes too much time or memory,
        is refused there as damaged.
    """
    try:
        answer = _answer("examine", upload, reading)
    except ListRefused as refused:
        return Examination(findings=refused.findings, workshop=None)
    if isinstance(answer, Examination | Outcome):
        return answer
    return Examination(findings=(damaged(upload.place),), workshop=None)


def marked(upload: Upload, findings: Sequence[Finding], reading: Reading | None = None) -> bytes:
    """A copy of a list, as ``.xlsx``, in which the problems are marked.

    Raises:
        ListRefused: when the file cannot be taken apart.
    """
    answer = _answer("mark", upload, reading or Reading(), tuple(findings))
    if not isinstance(answer, bytes):
        raise ListRefused([damaged(upload.place)])
    return answer


def _answer(task: Task, upload: Upload, *more: object) -> object:
    """What the process says; a ``ListRefused`` of its own is raised here.

    Raises:
        ListRefused: also E-DAMAGED, when the process died, and E-MEMORY, when it got none.
    """
    with _PLACES:
        code, said = _said(packed((task, upload, *more)))
    if code == NO_MEMORY:
        raise ListRefused([too_little_memory(upload.place)])
    if code:
        raise ListRefused([reader_ended(upload.place)])
    try:
        answer = unpacked(said)
    except (EOFError, pickle.UnpicklingError) as error:
        raise ListRefused([damaged(upload.place)]) from error
    if isinstance(answer, ListRefused):
        raise answer
    if isinstance(answer, str):
        _LOG.error("reading an upload met what was not foreseen: %s", answer)
        raise ListRefused([damaged(upload.place)])
    return answer


def _said(question: bytes) -> tuple[int, bytes]:
    """The exit code of the process, not 0 where it died or took too long, and its output."""
    script = Path(__file__).with_name("reader_process.py")
    process = subprocess.Popen(  # noqa: S603 - our own script, no shell
        command(script, "-P"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # What a parser says about a file may have names in it.
        stderr=subprocess.DEVNULL,
        close_fds=True,
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(question, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        answer = b""
    finally:
        _end(process)
    return process.returncode, answer


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process and whatever it started."""
    if hasattr(os, "killpg"):
        # It leads a group of its own; where the group is gone, there is nothing to end.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
