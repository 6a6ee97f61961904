"""Runs a command and tells what it cost; small itself, since a child begins with its parent's size.

Usage: ``python -m benchmarks.spawn USAGE.json COMMAND...`` in ``tests``. On Linux the peak of a
child counts the memory of the process that started it (measured: 73 MB for a script of 10).
"""

import json
import os
import subprocess
import sys
from pathlib import Path


def main(usage_file: str, *command: str) -> int:
    """Write status, processor seconds and peak, in the units of the system; 0 when it could run."""
    child = subprocess.Popen(command)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    told = {
        "status": child.returncode,
        "seconds": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss,
    }
    Path(usage_file).write_text(json.dumps(told), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
