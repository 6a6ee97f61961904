"""The log of the server: one line for each request, no values, no tracebacks."""

import logging
import sys
import threading
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Final

_LOG: Final = logging.getLogger(__name__)

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class BriefFormatter(logging.Formatter):
    """Tells kind and line of an error; its text and its traceback may have names in them."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802 - its name in the library
        """One line."""
        return "" if ei[0] is None else where(ei[0], ei[2])

    def formatStack(self, stack_info: str) -> str:  # noqa: ARG002, N802 - as above
        """Nothing."""
        return ""


def log_briefly() -> None:
    """Log to standard error from now on, also what ends a thread."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(BriefFormatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("allocator").setLevel(logging.INFO)
    logging.getLogger("uvicorn").setLevel(logging.ERROR)
    threading.excepthook = _thread_ended


def where(kind: type[BaseException], traceback: TracebackType | None) -> str:
    """The kind of an error, and the lines of the program that met it, the innermost first."""
    frames = extract_tb(traceback)[:-4:-1]
    lines = " <- ".join(f"{Path(each.filename).name}:{each.lineno}" for each in frames)
    return f"{kind.__name__} ({lines})"


def _thread_ended(ended: threading.ExceptHookArgs) -> None:
    _LOG.error("not foreseen in a thread: %s", where(ended.exc_type, ended.exc_traceback))
