"""What the server and the process that reads uploads say to each other, as bytes."""

import copyreg
import pickle
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

_OURS = "allocator"
#: Parts of the program whose classes open files and sockets.
_EDGES = frozenset({"", "__main__", "cli", "web"})


def packed(said: object) -> bytes:
    """The object as bytes; also one that holds read-only mappings, which pickle alone refuses."""
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _as_mapping}
    pickler.dump(said)
    return buffer.getvalue()


def unpacked(said: bytes) -> object:
    """The object again.

    The process that answers has read a file of a stranger: whatever became of it, its answer makes
    objects of the classes that lists and rosters consist of, and calls nothing else.

    Raises:
        EOFError: when nothing was said.
        pickle.UnpicklingError: when it is cut off, or asks for anything else.
    """
    answer: object = _Unpickler(BytesIO(said)).load()
    return answer


class _Unpickler(pickle.Unpickler):
    """Knows the classes of this program that are no part of its edges."""

    def find_class(self, module: str, name: str) -> object:
        """A class of ours.

        Raises:
            pickle.UnpicklingError: for everything else, also what one of our modules imports.
        """
        if (module, name) == (__name__, _read_only.__name__):
            return _read_only
        top, _, part = module.partition(".")
        if top == _OURS and part.partition(".")[0] not in _EDGES and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        message = "the answer names what is no part of lists and rosters"
        raise pickle.UnpicklingError(message)


def _as_mapping(
    mapping: Mapping[object, object],
) -> tuple[Callable[[dict[object, object]], Mapping[object, object]], tuple[object, ...]]:
    return _read_only, (dict(mapping),)


def _read_only(mapping: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(mapping)
