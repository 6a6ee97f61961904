"""The application: every address and what answers it, behind the guard."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
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
from allocator.web.refusals import NotThere
from allocator.web.revision import Listing
from allocator.web.routes import boards, events, lists, pages, versions

STATIC = Path(__file__).with_name("static")

#: Address behind ``/api/workshops/{id}`` -> method and handler.
_OF_WORKSHOP: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("", "GET", versions.workshop),
    ("", "DELETE", versions.delete),
    ("/list", "PUT", lists.replace_list),
    ("/columns", "POST", lists.columns),
    ("/marked.xlsx", "GET", lists.marked),
    ("/settings", "PUT", boards.settings),
    ("/allocate", "POST", boards.allocate),
    ("/stop", "POST", boards.stop),
    ("/board", "GET", boards.board),
    ("/moves", "POST", boards.move),
    ("/undo", "POST", boards.undo),
    ("/redo", "POST", boards.redo),
    ("/pins", "POST", boards.pin),
    ("/suggestions", "POST", boards.suggest),
    ("/take", "POST", boards.take),
    ("/why", "POST", boards.why),
    ("/rebalance", "POST", versions.rebalance),
    ("/frontier", "POST", versions.frontier),
    ("/restore", "POST", versions.restore),
    ("/rosters.xlsx", "GET", versions.rosters),
    ("/published.xlsx", "GET", versions.published),
    ("/result.json", "GET", versions.result),
    ("/events", "GET", events.events),
)


def create_app(access: Access, folder: Path | None = None) -> Starlette:
    """The page of one office; ``folder`` keeps the versions of its workshops."""
    office = Office(examined_listing, folder, shared=access.shares)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        office.close()

    app = Starlette(
        routes=_routes(),
        lifespan=lifespan,
        exception_handlers={AllocatorError: _refused, 404: _not_there},
    )
    app.state.office = office
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


def _routes() -> list[Route | Mount]:
    of_workshop = [
        Route(f"/api/workshops/{{id}}{address}", handler, methods=[method])
        for address, method, handler in _OF_WORKSHOP
    ]
    return [
        Route("/", pages.start),
        Route("/workshops/{id}", pages.workshop),
        Route("/workshops/{id}/fragments/{name}", pages.fragment),
        Route("/api/workshops", versions.workshops, methods=["GET"]),
        Route("/api/workshops", lists.create, methods=["POST"]),
        *of_workshop,
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


async def _refused(request: Request, error: Exception) -> Response:
    return exchange.refused(request, error)  # type: ignore[arg-type] # registered for these only


async def _not_there(request: Request, _error: Exception) -> Response:
    return exchange.refused(request, NotThere())
