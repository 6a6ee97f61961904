"""The application: every address and what answers it, behind the guard."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from allocator.allocation import Outcome
from allocator.errors import AllocatorError
from allocator.findings import Finding
from allocator.intake import Examination
from allocator.web import exchange
from allocator.web.access import Access
from allocator.web.guard import Guard
from allocator.web.office import Office
from allocator.web.parsing import examined, marked
from allocator.web.readers import Readers
from allocator.web.refusals import NotThere
from allocator.web.revision import Listing
from allocator.web.routes import boards, events, lists, pages, versions

#: Seconds between two looks for workshops that nobody uses any more.
SWEEP = 600
STATIC = Path(__file__).with_name("static")

_WORKSHOP = "/api/workshops/{id}"

#: Address, method and handler of everything that is answered; docs/web.md has those of the API.
ROUTES: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("/", "GET", pages.start),
    ("/workshops/{id}", "GET", pages.workshop),
    ("/workshops/{id}/fragments/{name}", "GET", pages.fragment),
    ("/api/workshops", "GET", versions.workshops),
    ("/api/workshops", "POST", lists.create),
    (_WORKSHOP, "GET", versions.workshop),
    (_WORKSHOP, "DELETE", versions.delete),
    (f"{_WORKSHOP}/list", "PUT", lists.replace_list),
    (f"{_WORKSHOP}/columns", "POST", lists.columns),
    (f"{_WORKSHOP}/marked.xlsx", "GET", lists.marked),
    (f"{_WORKSHOP}/settings", "PUT", boards.settings),
    (f"{_WORKSHOP}/allocate", "POST", boards.allocate),
    (f"{_WORKSHOP}/stop", "POST", boards.stop),
    (f"{_WORKSHOP}/board", "GET", boards.board),
    (f"{_WORKSHOP}/moves", "POST", boards.move),
    (f"{_WORKSHOP}/undo", "POST", boards.undo),
    (f"{_WORKSHOP}/redo", "POST", boards.redo),
    (f"{_WORKSHOP}/pins", "POST", boards.pin),
    (f"{_WORKSHOP}/suggestions", "POST", boards.suggest),
    (f"{_WORKSHOP}/take", "POST", boards.take),
    (f"{_WORKSHOP}/why", "POST", boards.why),
    (f"{_WORKSHOP}/rebalance", "POST", versions.rebalance),
    (f"{_WORKSHOP}/frontier", "POST", versions.frontier),
    (f"{_WORKSHOP}/restore", "POST", versions.restore),
    (f"{_WORKSHOP}/rosters.xlsx", "GET", versions.rosters),
    (f"{_WORKSHOP}/exports/{{name}}", "GET", versions.export),
    (f"{_WORKSHOP}/published.xlsx", "GET", versions.published),
    (f"{_WORKSHOP}/result.json", "GET", versions.result),
    (f"{_WORKSHOP}/events", "GET", events.events),
)


def create_app(access: Access, folder: Path | None = None, *, keep_days: int = 0) -> Starlette:
    """The page of one office; ``folder`` keeps the versions of its workshops.

    ``keep_days`` is after how many days without a change a kept workshop is deleted; 0: never.
    """
    kept_for = timedelta(days=keep_days) if keep_days else None
    office = Office(examined_listing, folder, shared=access.shares, kept_for=kept_for)
    readers = Readers()

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(_swept(office))
        yield
        sweeping.cancel()
        readers.close()
        office.close()

    app = Starlette(
        routes=[
            *(Route(address, handler, methods=[method]) for address, method, handler in ROUTES),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        lifespan=lifespan,
        exception_handlers={AllocatorError: _refused, 404: _not_there},
    )
    app.state.office, app.state.readers = office, readers
    app.state.streams = Counter()
    app.state.reader = examined_listing
    app.state.marker = marked_listing
    app.add_middleware(Guard, access=access)
    return app


def examined_listing(listing: Listing) -> Examination | Outcome:
    """What an upload holds, read in a process of its own."""
    return examined(listing.upload, listing.reading)


def marked_listing(listing: Listing, findings: Sequence[Finding]) -> bytes:
    """The copy of a list with its problems marked, made in a process of its own."""
    return marked(listing.upload, findings, listing.reading)


async def _swept(office: Office) -> None:
    """Forget now and then what nobody has used for long."""
    while True:
        await run_in_threadpool(office.forget)
        await asyncio.sleep(SWEEP)


async def _refused(request: Request, error: Exception) -> Response:
    return exchange.refused(request, error)  # type: ignore[arg-type] # registered for these only


async def _not_there(request: Request, _error: Exception) -> Response:
    return exchange.refused(request, NotThere())
