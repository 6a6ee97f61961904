"""Searches in the background: two at a time, ten in the queue, each with progress and Stop."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, Final

from allocator.clash import Clash
from allocator.errors import AllocatorError, Interrupted, NoAllocation
from allocator.findings import Finding
from allocator.memory import told
from allocator.web.quiet_log import where
from allocator.web.refusals import Busy

if TYPE_CHECKING:
    from allocator.solve import Progress

#: Searches that run at the same time, and that may wait.
RUNNING, WAITING = 2, 10

_LOG: Final = logging.getLogger(__name__)


class Stage(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A job as the page shows it.

    ``place`` is how many jobs are before it; ``goal``, ``value`` and ``bound`` are those of the
    goal that is being served. ``error`` is a message, ``findings`` what is
    behind it, and ``clashes`` its parts where rules cannot hold together.
    """

    kind: str
    stage: Stage
    place: int = 0
    goal: str = ""
    value: int | None = None
    bound: int | None = None
    seconds: float = 0.0
    code: str = ""
    error: str = ""
    findings: tuple[Finding, ...] = ()
    clashes: tuple[Clash, ...] = ()


class Job:
    """One search; its watch is told how far it is, and stops it when asked to."""

    def __init__(self, kind: str, work: "Callable[[Job], None]") -> None:
        """``work`` is called with the job, which is the watch of its search."""
        self.kind = kind
        self.work = work
        self.began = monotonic()
        self.standing = Standing(kind=kind, stage=Stage.WAITING)
        self._stop = threading.Event()

    def __call__(self, progress: "Progress | None") -> bool:
        """Take note of how far a search is; true when it is to end and keep the best."""
        if progress is not None:
            self.standing = Standing(
                kind=self.kind,
                stage=Stage.RUNNING,
                goal=progress.goal,
                value=progress.value,
                bound=progress.bound,
                seconds=monotonic() - self.began,
            )
        return self._stop.is_set()

    @property
    def is_stopping(self) -> bool:
        """Whether somebody has seen enough."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Keep the best that was found, and end."""
        self._stop.set()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.standing.stage in (Stage.DONE, Stage.FAILED)

    def run(self) -> None:
        """Do the work; whatever goes wrong is kept for the page."""
        self.began = monotonic()
        self.standing = Standing(kind=self.kind, stage=Stage.RUNNING)
        try:
            self._require_wanted()
            self.work(self)
        except AllocatorError as error:
            self._fail(error)
        except Exception as error:  # noqa: BLE001 - the server lives on
            _LOG.error(
                "a search met what was not foreseen: %s", where(type(error), error.__traceback__)
            )
            self._fail(told(error))
        else:
            seconds = monotonic() - self.began
            self.standing = Standing(kind=self.kind, stage=Stage.DONE, seconds=seconds)

    def _require_wanted(self) -> None:
        if self._stop.is_set():
            raise Interrupted

    def _fail(self, error: AllocatorError) -> None:
        self.standing = Standing(
            kind=self.kind,
            stage=Stage.FAILED,
            seconds=monotonic() - self.began,
            code=error.code,
            error=error.message,
            findings=error.findings,
            clashes=error.clashes if isinstance(error, NoAllocation) else (),
        )


class Queue:
    """The jobs of the whole server, first come first served."""

    def __init__(self, *, running: int = RUNNING, waiting: int = WAITING) -> None:
        """So many at once, so many behind them."""
        self._pool = ThreadPoolExecutor(running, thread_name_prefix="search")
        self._most = running + waiting
        self._jobs: list[Job] = []
        self._lock = threading.Lock()

    def add(self, job: Job) -> None:
        """Take a job in.

        Raises:
            Busy: when the queue is full.
        """
        with self._lock:
            self._jobs = [each for each in self._jobs if not each.is_over]
            if len(self._jobs) >= self._most:
                raise Busy(len(self._jobs))
            self._jobs.append(job)
        self._pool.submit(job.run)

    def place(self, job: Job) -> int:
        """How many jobs that still wait stand before this one."""
        with self._lock:
            waiting = [each for each in self._jobs if each.standing.stage is Stage.WAITING]
        return waiting.index(job) if job in waiting else 0

    def close(self) -> None:
        """Stop everything and take nothing more."""
        with self._lock:
            jobs = list(self._jobs)
        for job in jobs:
            job.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)
