"""What the process that reads uploads answers makes lists and rosters, and runs nothing."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from web.desks import a_listing, reader

from allocator.web.packing import packed, unpacked
from allocator.web.store import Store


class Hostile:
    """Asks to be made again by a call."""

    def __init__(self, call: Callable[..., object], *arguments: object) -> None:
        """The call, as a pickle names it."""
        self._call, self._arguments = call, arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self._call, self._arguments


def named(module: str, name: str, argument: str) -> bytes:
    """A pickle that calls something by any name, also one with dots."""
    texts = b"".join(b"\x8c" + bytes([len(each)]) + each.encode() for each in (module, name))
    said = b"\x8c" + bytes([len(argument)]) + argument.encode()
    return b"\x80\x04" + texts + b"\x93" + said + b"\x85R."


def test_a_hostile_answer_runs_nothing(tmp_path: Path) -> None:
    """Neither a command, nor a call of Python, nor what one of our modules has imported."""
    made = tmp_path / "made"
    answers = [
        packed(Hostile(os.system, f"touch {made}")),
        packed(Hostile(eval, f"open({str(made)!r}, 'w')")),
        packed(Hostile(Path.touch, made)),
        packed(Hostile(Store, made)),
        named("allocator.web.parsing", "subprocess.Popen", f"touch {made}"),
        named("allocator.web.parsing", "os.system", f"touch {made}"),
        named("allocator.errors", "Path", str(made)),
        named("allocator.workshop", "__builtins__.eval", f"open({str(made)!r}, 'w')"),
        named("allocator.__main__", "run", ""),
        named("allocator", "allocate", ""),
    ]
    for answer in answers:
        with pytest.raises(pickle.UnpicklingError):
            unpacked(answer)

    assert not made.exists()


def test_the_same_answers_would_run_elsewhere(tmp_path: Path) -> None:
    """The test above has teeth: pickle itself runs them."""
    made = tmp_path / "made"
    pickle.loads(named("allocator.web.parsing", "os.system", f"touch {made}"))  # noqa: S301 - ours

    assert made.exists()


def test_what_is_found_in_a_list_comes_back() -> None:
    """With its columns, its workshop and what was remarked."""
    found = reader(a_listing("Delegation,Delegates,Region\nKenya,1,Africa\nKenia,x,Africa\n"))

    assert found == unpacked(packed(found))
