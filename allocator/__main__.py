"""The program, as ``allocator`` and as ``python -m allocator``."""

import gc
import os
import signal
import sys


def run() -> None:
    """Run the command line; an interruption ends with 130 and one line, wherever it strikes."""
    # So short a life leaves little garbage: looking for it at every turn costs a twentieth.
    gc.set_threshold(100_000, 50, 50)
    # numpy, which the solver loads, would take memory for every core for sums that nobody asks for.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from allocator import child  # noqa: PLC0415 - an interruption may come here

        if child.serves(sys.argv[1:]):
            return
        from allocator.cli.program import answer  # noqa: PLC0415 - as above

        code = answer()
    except KeyboardInterrupt:
        sys.stderr.write("stopped. Nothing was written.\n")
        code = 130
    except MemoryError:
        # Not even the command line could be loaded; what it says of memory is in a part of it.
        sys.stderr.write("error[E-MEMORY]: there is not enough memory.\n")
        code = 1
    finally:
        # The exit code stands; one more Ctrl+C on the way out must not change it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


if __name__ == "__main__":
    run()
