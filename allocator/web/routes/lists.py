"""Uploading lists and rosters, and how their columns are read."""

from collections.abc import Mapping
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from allocator.allocation import Outcome
from allocator.intake import Examination, Reading, Upload
from allocator.text import say
from allocator.web.desk import Desk
from allocator.web.exchange import (
    answer,
    body_of,
    changed,
    desk_of,
    language_of,
    number_in,
    office_of,
    visitor_name,
)
from allocator.web.file_names import plain
from allocator.web.refusals import BadRequest, NoListYet, ReadersBusy
from allocator.web.revision import Listing
from allocator.web.views import list_view


async def create(request: Request) -> Response:
    """A new workshop of a list or a rosters workbook."""
    listing, found = await upload_in(request)
    desk = await run_in_threadpool(office_of(request).open, request.state.visitor.session)
    await run_in_threadpool(desk.upload, visitor_name(request), listing, found)
    created = await run_in_threadpool(_created, desk, found, language_of(request))
    return answer(request, created, 201)


async def replace_list(request: Request) -> Response:
    """Another list in place of the one that was there."""
    desk = await desk_of(request)
    return await _uploaded(request, desk, await upload_in(request), None)


async def columns(request: Request) -> Response:
    """The same list, its columns read as the visitor says."""
    desk, body = await desk_of(request), await body_of(request)
    listing, chosen = desk.content.listing, body.get("columns", {})
    if listing is None:
        raise NoListYet
    if not isinstance(chosen, dict) or not all(isinstance(v, str) for v in chosen.values()):
        message = say('"columns" is to be an object: field to letter of the column.')
        raise BadRequest(message)
    number = number_in(body, "revision")
    desk.require(number)
    listing = replace(listing, reading=replace(listing.reading, columns=chosen))
    with request.app.state.readers.place():
        found = await request.app.state.readers.ask(request.app.state.reader, listing)
    return await _uploaded(request, desk, (listing, found), number)


async def marked(request: Request) -> Response:
    """The list with every problem marked in its cell."""
    desk = await desk_of(request)
    listing, found = desk.content.listing, desk.content.examination
    if listing is None or found is None:
        raise NoListYet
    readers, marker = request.app.state.readers, request.app.state.marker
    with readers.place():
        content = await readers.ask(marker, listing, found.findings)
    return workbook(content, "list-marked.xlsx")


def workbook(content: bytes, name: str) -> Response:
    """A workbook to download."""
    return attachment(
        content, name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )


def attachment(content: bytes, name: str, kind: str = "application/octet-stream") -> Response:
    """A file to download, whatever a browser could show of it."""
    from urllib.parse import quote  # noqa: PLC0415 - only for this

    ascii_name = name.encode("ascii", "replace").decode().replace("?", "_")
    disposition = f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name)}"
    return Response(
        content,
        media_type=kind,
        headers={"Content-Disposition": disposition},
    )


async def upload_in(request: Request) -> tuple[Listing, Examination | Outcome]:
    """The file of a request, and what it holds.

    Raises:
        ReadersBusy: when too many uploads are here; its bytes are thrown away as they come.
    """
    readers = request.app.state.readers
    try:
        with readers.place():
            listing = await _listing_in(request)
            return listing, await readers.ask(request.app.state.reader, listing)
    except ReadersBusy:
        # Who sends a file looks for the answer only once it is sent.
        async for _ in request.stream():
            pass
        raise


async def _listing_in(request: Request) -> Listing:
    """The file of a request: its bytes, its name without folders, and how it is to be read."""
    content = await request.body()
    query: Mapping[str, str] = request.query_params
    upload = Upload(content=content, file=plain(query.get("file", "")))
    reading = Reading(sheet=query.get("sheet", ""), encoding=query.get("encoding", ""))
    return Listing(upload=upload, reading=reading)


async def _uploaded(
    request: Request,
    desk: Desk,
    upload: tuple[Listing, Examination | Outcome],
    number: int | None,
) -> Response:
    """The answer to an upload in place of whatever was there, or only of revision ``number``."""
    listing, found = upload
    await run_in_threadpool(desk.upload, visitor_name(request), listing, found, number)
    created = await run_in_threadpool(_created, desk, found, language_of(request))
    return await changed(request, desk, "list", created)


def _created(desk: Desk, found: Examination | Outcome, language: str) -> dict[str, object]:
    return {
        "id": desk.filing.workshop,
        "revision": desk.revision.number,
        "kind": "rosters" if isinstance(found, Outcome) else "list",
        "list": list_view(desk.content, language),
    }
