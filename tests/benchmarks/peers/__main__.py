"""The benchmark beside other tools: ``python tests/benchmarks/peers``.

It installs each tool into an environment of its own, runs one after the other, keeps the results in
docs/benchmarks.json, and makes the tables of docs/benchmarks.md and its charts from them. It takes
a quarter of an hour. With ``--part`` and ``--tool`` only a part is measured again, with ``--draw``
none.
"""

import argparse
import platform
import sys
import tempfile
from collections.abc import Collection
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.peers.catalog import TOOLS
from benchmarks.peers.drawing import draw
from benchmarks.peers.growth import growth
from benchmarks.peers.late import frontier
from benchmarks.peers.measuring import measured
from benchmarks.peers.people import late_list, the_list
from benchmarks.peers.recount import lower_bounds
from benchmarks.peers.results import Reached, Results, read_results, write_results
from benchmarks.peers.tool import Tool

PARTS = ("tools", "late", "growth")


def main() -> None:
    """Measure, keep and draw."""
    parser = argparse.ArgumentParser(description="The program beside other tools, measured.")
    parser.add_argument("--draw", action="store_true", help="only make page and charts anew")
    parser.add_argument("--part", choices=PARTS, action="append", help="only measure this part")
    names = [tool.name for tool in TOOLS]
    parser.add_argument("--tool", choices=names, action="append", help="of the tools only this")
    parser.add_argument("--environments", type=Path, help="folder for them, which is then kept")
    parser.add_argument("--machine", default=platform.machine(), help="what it runs on, in words")
    asked = parser.parse_args()
    if not asked.draw:
        kept = nullcontext(str(asked.environments)) if asked.environments else None
        with kept or tempfile.TemporaryDirectory() as folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            results, here = _described(asked.machine), Path(folder).resolve()
            if "tools" in (asked.part or PARTS):
                results = _with_tools(results, asked.tool or names, here)
            write_results(_with_parts(results, asked.part or PARTS, here))
    draw(read_results())


def _described(machine: str) -> Results:
    """The results so far, or none, with the date, versions and bounds of this run."""
    people, known = the_list(), read_results()
    return replace(
        known,
        date=datetime.now(UTC).date().isoformat(),
        machine=machine,
        versions={
            "allocator": version("allocator"),
            "Python": platform.python_version(),
            "OR-Tools": version("ortools"),
        },
        bounds=lower_bounds(people),
        later_bounds=lower_bounds(late_list(people)),
    )


def _with_tools(results: Results, names: Collection[str], folder: Path) -> Results:
    """The results with these tools measured anew, all in the order of the catalogue."""
    known = {each.tool: each for each in results.reached}
    known |= {tool.name: _told(tool, folder) for tool in TOOLS if tool.name in names}
    return replace(results, reached=tuple(known[tool.name] for tool in TOOLS))


def _with_parts(results: Results, parts: Collection[str], folder: Path) -> Results:
    """The results with the late changes, the long lists, or both measured anew."""
    if "late" in parts:
        results = replace(results, frontier=frontier(folder))
    if "growth" in parts:
        results = replace(results, growth=growth(folder))
    return results


def _told(tool: Tool, folder: Path) -> Reached:
    """Measure a tool, and say so: the whole run takes its time."""
    reached = measured(tool, folder)
    said = reached.why or f"{dict(reached.values)}, {reached.wall} s, {reached.moved} move"
    sys.stdout.write(f"{tool.name}: {said}\n")
    sys.stdout.flush()
    return reached


if __name__ == "__main__":
    main()
