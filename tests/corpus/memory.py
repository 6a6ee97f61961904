"""The most memory that this process takes, from a moment on."""

import resource
import sys
from pathlib import Path

_STATUS, _FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def forget_peak() -> int:
    """Let the peak begin anew, where the system can (Linux); what is taken now, in bytes."""
    if _FORGET.exists():
        _FORGET.write_text("5", encoding="ascii")
    return peak()


def peak() -> int:
    """The most resident memory since the peak began, in bytes."""
    if _STATUS.exists():
        told = dict(line.split(":", 1) for line in _STATUS.read_text("utf-8").splitlines())
        return 1024 * int(told["VmHWM"].split()[0])
    return in_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def in_bytes(most: int) -> int:
    """What the system calls ``ru_maxrss``, in bytes."""
    return most if sys.platform == "darwin" else 1024 * most
