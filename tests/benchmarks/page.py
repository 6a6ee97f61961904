"""The web page: how soon it is there, and how soon a card has moved while somebody else searches.

Usage: ``python -m benchmarks.page LIST.xlsx`` in ``tests``. Head-counts and regions are drawn from
LIST. Wall-clock seconds, as a user waits them: requests come over the loopback interface to a
server in a process of its own.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from benchmarks.large_list import frame_like
from benchmarks.line import Line
from web.serving import Server, serving
from web.workshops import allocated, change, uploaded, whole

#: Delegations on the board, and of the search beside it with its groups, which takes minutes.
BOARD, HARD, GROUPS = 322, 400, 12
#: Moves that are measured, and starts of the server.
MOVES, STARTS = 60, 5
#: What the page asks for after a move: the board anew.
AS_THE_PAGE = {"Accept": "text/html"}


def main(source: str) -> int:
    """Print the lines; 0 when each passes, else 1."""
    lines = list(the_page(source))
    sys.stdout.write("\n".join(map(str, lines)) + "\n")
    return int(not all(line.passes for line in lines))


def the_page(source: str) -> Iterator[Line]:
    """The page after ``allocator serve``, and a move with a search beside it and without."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        first = statistics.median(_first_page(here) for _ in range(STARTS))
        yield Line(
            what="first page after `allocator serve`, median", value=first, bound=2, unit=" s"
        )
        with serving(here) as server:
            alone, beside = _moves(server, source)
    what = f"a move, {BOARD} delegations, median"
    yield Line(what=what, value=1000 * statistics.median(alone), bound=100, unit=" ms")
    what = f"a move, {BOARD} delegations, a search beside it, median"
    yield Line(what=what, value=1000 * statistics.median(beside), bound=100, unit=" ms")


def _first_page(folder: Path) -> float:
    """Seconds from the start of the program to the first page."""
    began = time.perf_counter()
    with serving(folder) as server, server.visitor() as client:
        client.get("/").raise_for_status()
        return time.perf_counter() - began


def _moves(server: Server, source: str) -> tuple[list[float], list[float]]:
    """Seconds of each move of one card there and back, alone and beside a search."""
    with server.visitor() as client, server.visitor() as colleague:
        board = allocated(client, _a_list(source, BOARD))
        alone = list(_moved(client, board))
        hard = uploaded(colleague, _a_list(source, HARD))
        said = {"groups": GROUPS, "time_limit": 600}
        change(colleague, hard, "settings", {"settings": said}, method="PUT")
        change(colleague, hard, "allocate")
        beside = list(_moved(client, board))
        # A search that was over would not have been beside it.
        assert not whole(colleague, hard)["job"]["over"]
        colleague.post(f"/api/workshops/{hard}/stop", json={})
    return alone, beside


def _moved(client: httpx.Client, workshop: str) -> Iterator[float]:
    told = whole(client, workshop)
    card, number = told["board"]["groups"][0]["cards"][0], told["revision"]
    for move in range(MOVES):
        body = {"revision": number + move, "delegation": card["delegation"], "people": 1,
                "from": move % 2, "to": 1 - move % 2}  # fmt: skip
        began = time.perf_counter()
        answer = client.post(f"/api/workshops/{workshop}/moves", json=body, headers=AS_THE_PAGE)
        answer.raise_for_status()
        yield time.perf_counter() - began


def _a_list(source: str, delegations: int) -> bytes:
    text: str = frame_like(source, delegations).to_csv(index=False)
    return text.encode()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
