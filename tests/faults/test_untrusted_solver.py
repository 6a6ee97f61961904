"""A solver whose answers cannot be trusted: nothing is written that is not checked.

Only the solver of OR-tools is changed, in a process of its own, in which the program itself runs.
"""

from pathlib import Path

import pytest
from faulted import a_short_list, names, run

#: What a solver that knows nothing says; whoever reads its values ends the process with 99.
NEVER_READ = """
import os
from ortools.sat.python import cp_model
def read(*_):
    os._exit(99)
solver = cp_model.CpSolver
solver.value = solver.boolean_value = solver.values = solver.boolean_values = read
solver.objective_value = solver.best_objective_bound = property(read)
solver.response_proto = property(read)
really, told = solver.solve, 0
def solve(self, model, callback=None):
    global told
    told += 1
    really(self, model, callback)
    return {answer}
solver.solve = solve
"""

#: The solver finds the best, and says other values: ``lie(number, value)`` for the Nth variable.
LYING = """
from ortools.sat.python import cp_model
solver = cp_model.CpSolver
said, honest = 0, solver.value
def value(self, variable):
    global said
    said += 1
    number, value = said, honest(self, variable)
    return {lie}
solver.value = value
"""

#: The solver says another number than the best one, or than its bound.
BOASTING = """
from ortools.sat.python import cp_model
solver = cp_model.CpSolver
honest = solver.{number}.fget
solver.{number} = property(lambda self: honest(self) + {more})
"""

#: The solver answers once, and then knows nothing; whoever reads it then ends the process with 99.
SILENT = """
import os
from ortools.sat.python import cp_model
solver = cp_model.CpSolver
solve, value, told = solver.solve, solver.value, 0
def answer(self, model, callback=None):
    global told
    told += 1
    status = solve(self, model, callback)
    return status if told == 1 else cp_model.UNKNOWN
solver.solve = answer
solver.value = lambda self, each: value(self, each) if told == 1 else os._exit(99)
"""


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [
        ("cp_model.UNKNOWN", 5, "error[E-TIME]: no roster was found in 9 seconds"),
        ("cp_model.MODEL_INVALID", 1, "the solver answered MODEL_INVALID. Nothing was written"),
    ],
)
def test_an_answer_without_values_is_never_read(
    tmp_path: Path, answer: str, code: int, told: str, *, is_there: bool
) -> None:
    """The code of the answer, one line, and the old file or none."""
    done = _solved_by(tmp_path, NEVER_READ.format(answer=answer), is_there=is_there)

    assert code == done[0], done[1]
    assert told in done[1]


@pytest.mark.parametrize(
    "lie",
    [
        "0",
        "value + 1",
        "value + (number == 2)",
        "94523680286500",
        "-(2**63)",
        *(
            pytest.param(lie, marks=pytest.mark.long)
            for lie in ("1", "-value", "value - (number % 3 == 0)", "2**63 - 1", "number % 2")
        ),
    ],
)
def test_wrong_seats_are_found_by_the_independent_check(tmp_path: Path, lie: str) -> None:
    """Exit code 1, whatever the values are, memory garbage too."""
    code, told = _solved_by(tmp_path, LYING.format(lie=lie), is_there=True)

    assert 1 == code, told
    assert "error[E-AUDIT]: the independent check failed and nothing was written" in told


def test_a_bound_above_the_best_is_found_by_the_independent_check(tmp_path: Path) -> None:
    """The solver claims to have proven more than is true of its own seats."""
    # Groups of 6 and 3 people are the best, so that the goals are searched for one by one.
    text = "Delegation,Delegates,Seating\nChad,3,whole\nKenya,3,whole\nPeru,3,whole\n"
    boast = BOASTING.format(number="objective_value", more=3)
    code, told = _solved_by(tmp_path, boast, is_there=True, text=text)

    assert 1 == code, told
    assert "error[E-AUDIT]: the independent check failed and nothing was written" in told
    assert "below the proven bound" in told


@pytest.mark.parametrize("number", ["objective_value", "best_objective_bound"])
def test_a_modest_solver_only_proves_less(tmp_path: Path, number: str) -> None:
    """A number below the true one changes no seat and no count: the rosters are written."""
    source = a_short_list(tmp_path)
    boast = BOASTING.format(number=number, more=-3)
    done = run(tmp_path, "allocate", source.name, "-o", "rosters.xlsx", before=boast)

    assert 0 == done.returncode, done.stderr
    assert 0 == run(tmp_path, "verify", "rosters.xlsx").returncode


def test_what_was_found_before_the_solver_fell_silent_is_kept(tmp_path: Path) -> None:
    """The first answer has seats, all others have none: these are written and called not proven."""
    done = run(
        tmp_path, "allocate", a_short_list(tmp_path).name, "-o", "rosters.xlsx", before=SILENT
    )

    assert 0 == done.returncode, done.stderr
    assert 0 == run(tmp_path, "verify", "rosters.xlsx").returncode


def _solved_by(folder: Path, solver: str, *, is_there: bool, text: str = "") -> tuple[int, str]:
    """Exit code and messages of a run with such a solver; nothing in the folder may change."""
    source, output = a_short_list(folder), folder / "rosters.xlsx"
    if text:
        source.write_text(text, encoding="utf-8")
    if is_there:
        output.write_bytes(b"old")
    there = names(folder)
    options = [
        "allocate",
        source.name,
        "-o",
        output.name,
        "-g",
        "2",
        "--force",
        "--time-limit",
        "9",
    ]
    done = run(folder, *options, before=solver)

    assert "Traceback" not in done.stderr
    assert there == names(folder)
    assert not is_there or output.read_bytes() == b"old"
    return done.returncode, done.stderr
