"""What the server and the process that reads uploads say to each other, as bytes."""

import copyreg
import pickle
from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType


def packed(said: object) -> bytes:
    """The object as bytes; also one that holds read-only mappings, which pickle alone refuses."""
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer)
    pickler.dispatch_table = copyreg.dispatch_table | {MappingProxyType: _as_mapping}
    pickler.dump(said)
    return buffer.getvalue()


def unpacked(said: bytes) -> object:
    """The object again. The two sides are one program: nothing from the network comes here.

    Raises:
        EOFError: when nothing was said.
        pickle.UnpicklingError: when it is cut off.
    """
    answer: object = pickle.loads(said)  # noqa: S301 - as the docstring says
    return answer


def _as_mapping(
    mapping: Mapping[object, object],
) -> tuple[Callable[[dict[object, object]], Mapping[object, object]], tuple[object, ...]]:
    return _read_only, (dict(mapping),)


def _read_only(mapping: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(mapping)
