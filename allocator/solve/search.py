"""The search: the only place where a solver is made, started, stopped and read."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

from ortools.sat.python import cp_model

from allocator.errors import AllocatorError, Interrupted
from allocator.memory import require_memory
from allocator.model.problem import Model
from allocator.plan import Plan
from allocator.solve.witness import require_solution
from allocator.text import say

#: The solver takes seeds from 0 up to this; the draw takes any.
SEEDS = 2**31
#: Address space, in MB, that a search takes, and each thread beyond the first (measured: 20, 75).
MEMORY, MEMORY_OF_THREAD = 64, 80
#: Seconds between two looks at a running solve.
TICK = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the search for one goal is; ``value`` and ``bound`` are ``None`` until known."""

    goal: str
    value: int | None
    bound: int | None
    seconds: float


#: Told about the search some twenty times a second; true ends it, and the best so far is kept.
Watch = Callable[[Progress], bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a model is solved for, and what that may cost.

    ``seconds`` bounds the time, ``effort`` the work in the solver's own repeatable measure.
    ``varied`` takes turns between all of the solver's strategies, still in one thread: slower on
    easy models and far better on hard ones. ``proving`` looks for symmetries, which helps to prove
    and loses the hint. ``value`` and ``bound`` are what is known of the goal already, for the
    watch.
    """

    goal: str
    seconds: float
    effort: float | None = None
    varied: bool = False
    proving: bool = False
    value: int | None = None
    bound: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A solution: the values of the seat variables, and what is proven about its objective."""

    numbers: tuple[int, ...]
    value: int
    bound: int


class Impossible(Exception):  # noqa: N818 - reads as what happened
    """The solver proved that no solution exists."""


class NotFound(Exception):  # noqa: N818 - reads as what happened
    """The solver ended without a solution and without a proof that there is none."""


class InvalidModel(AllocatorError):  # noqa: N818 - reads as what happened
    """The solver refused the model: a defect of this program."""

    def __init__(self, status: str) -> None:
        """Name the solver's answer."""
        super().__init__(
            say(
                "the solver answered {status}. Nothing was written. Please report this.",
                status=status,
            )
        )


class Search:
    """Solves models one after another under one clock.

    The first Ctrl+C ends the solve in hand and sets ``stopped``, as its watch may do; a second one
    ends the program.
    ``seconds`` is the time spent in CP-SAT so far.
    """

    def __init__(
        self, plan: Plan, watch: Watch | None = None, *, seconds: float | None = None
    ) -> None:
        """Start the clock; ``seconds`` stands in for the plan's time limit."""
        self._plan = plan
        self._watch = watch
        self._began = monotonic()
        self._until = plan.time_limit if seconds is None else seconds
        self.stopped = False
        self.seconds = 0.0

    @property
    def left(self) -> float:
        """Seconds until the time limit; 0 once the user has stopped the search."""
        return 0.0 if self.stopped else max(0.0, self._until - self.elapsed)

    @contextmanager
    def part(self, share: float) -> Iterator[None]:
        """Within it, only a share (0 to 1) of the time that is left may be used."""
        whole = self._until
        self._until = self.elapsed + self.left * share
        try:
            yield
        finally:
            self._until = whole

    @property
    def elapsed(self) -> float:
        """Seconds since the search began."""
        return monotonic() - self._began

    def solve(self, model: Model, question: Question) -> Found:
        """A solution of the model, the best one when it has an objective.

        Raises:
            Impossible: proven to have no solution.
            NotFound: time, effort or the user ended the search before the first solution.
            NotEnoughMemory: when the solver would end the process for want of memory.
        """
        require_memory(MEMORY + MEMORY_OF_THREAD * (self._plan.workers - 1))
        solver = self._solver(question)
        ear = _Ear(question)
        solver.best_bound_callback = ear.hear_bound
        began = monotonic()
        with ThreadPoolExecutor(1) as thread:
            heard = ear if model.cp.has_objective() else None
            running = thread.submit(solver.solve, model.cp, heard)
            try:
                self._await(running, solver, ear)
            finally:
                _end(running, solver)
        self.seconds += monotonic() - began
        return _read(solver, running.result(), model)

    def _solver(self, question: Question) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._plan.workers
        solver.parameters.random_seed = self._plan.seed % SEEDS
        solver.parameters.max_time_in_seconds = question.seconds
        solver.parameters.interleave_search = question.varied
        # In a thread the solver's own handler would end the process (measured, ortools 9.15).
        solver.parameters.catch_sigint_signal = False
        # Symmetry breaking cuts off the hint, and with it the best roster so far; but it proves.
        solver.parameters.symmetry_level = 2 if question.proving else 0
        if question.effort is not None:
            solver.parameters.max_deterministic_time = question.effort
        return solver

    def _await(
        self,
        running: "Future[cp_model.CpSolverStatus]",
        solver: cp_model.CpSolver,
        ear: "_Ear",
    ) -> None:
        """Look at the solve every tick, tell the watch, and stop it when the user says so."""
        while True:
            try:
                while not running.done():
                    wait([running], TICK)
                    if self._watch and self._watch(ear.progress(self.elapsed)):
                        self.stopped = True
                    if self.stopped:
                        solver.stop_search()
            except KeyboardInterrupt:
                if self.stopped:
                    raise Interrupted from None
                self.stopped = True
            else:
                return


def _end(running: "Future[cp_model.CpSolverStatus]", solver: cp_model.CpSolver) -> None:
    """Make sure that a solve is over; a stop before its start is lost, so it is said again."""
    while not running.done():
        solver.stop_search()
        wait([running], TICK)


class _Ear(cp_model.CpSolverSolutionCallback):
    """Hears about solutions and bounds while the solver runs."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._goal = question.goal
        self._value = question.value
        self._bound = question.bound

    def on_solution_callback(self) -> None:
        found = round(self.objective_value)
        self._value = found if self._value is None else min(found, self._value)

    def hear_bound(self, bound: float) -> None:
        self._bound = max(round(bound), self._bound or 0)

    def progress(self, seconds: float) -> Progress:
        return Progress(goal=self._goal, value=self._value, bound=self._bound, seconds=seconds)


def _read(solver: cp_model.CpSolver, status: cp_model.CpSolverStatus, model: Model) -> Found:
    """The solution; values are memory garbage after any other status, without an exception."""
    if status == cp_model.INFEASIBLE:
        raise Impossible
    if status == cp_model.UNKNOWN:
        raise NotFound
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise InvalidModel(solver.status_name(status))
    value = round(solver.objective_value)
    bound = value if status == cp_model.OPTIMAL else round(solver.best_objective_bound)
    numbers = tuple(solver.value(variable) for variable in model.variables)
    require_solution(model, numbers)
    return Found(numbers=numbers, value=value, bound=bound)
