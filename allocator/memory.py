"""Memory that runs out: told in words, and before a library ends the process without any."""

import errno
import mmap
import sys
from collections.abc import Iterator

from allocator.errors import AllocatorError, NotEnoughMemory, Unforeseen

#: Address space, in MB, that loading the solver and a first search take (measured: 265 and 64).
SOLVER = 330
#: How the system and its libraries say that memory ran out, in errors that have no number.
_WORDS = (
    "failed to map segment",
    "cannot allocate memory",
    "memory allocation",
    "can't start new thread",
    "cannot enable executable stack",
    # What Python says where a library had no memory left for an error of its own.
    "error return without exception set",
    "without setting an exception",
)


def require_memory(megabytes: int) -> None:
    """Make sure that there is room; it is asked for and given back.

    The solver ends the process by force where it gets none, and nothing could be told any more.

    Raises:
        NotEnoughMemory: when the system refuses so much.
    """
    size = megabytes * 1_000_000
    try:
        if sys.platform == "win32":
            room = mmap.mmap(-1, size)
        else:
            room = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    except (OSError, MemoryError) as error:
        raise NotEnoughMemory from error
    room.close()


def told(error: Exception) -> AllocatorError:
    """What was not foreseen, as the error of this program that it is."""
    if any(map(_says_memory, _chain(error))):
        return NotEnoughMemory()
    return Unforeseen(error)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _says_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError):
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    text = str(error).casefold()
    return isinstance(error, ImportError | OSError | RuntimeError | SystemError) and any(
        words in text for words in _WORDS
    )
