"""The page and its charts, made from the results."""

import re

from benchmarks.peers.charts.frontier import frontier_chart
from benchmarks.peers.charts.growth import growth_chart
from benchmarks.peers.charts.moves import moves_chart
from benchmarks.peers.charts.reached import reached_chart
from benchmarks.peers.results import PAGE, PICTURES, Results
from benchmarks.peers.svg import Chart
from benchmarks.peers.tables import tables

_PLACE = re.compile(r"(<!-- results: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def charts(results: Results) -> tuple[Chart, ...]:
    """Every chart of the page."""
    made = (reached_chart, moves_chart, frontier_chart, growth_chart)
    return tuple(draw_one(results) for draw_one in made)


def with_tables(page: str, results: Results) -> str:
    """The page with its tables made anew; what stands around them is kept."""
    made = tables(results)
    return _PLACE.sub(lambda found: f"{found[1]}\n{made[found[2]]}\n\n{found[3]}", page)


def draw(results: Results) -> None:
    """Write the charts, and the tables into the page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for each in charts(results):
        (PICTURES / f"{each.name}.svg").write_text(each.svg, "utf-8")
    PAGE.write_text(with_tables(PAGE.read_text("utf-8"), results), "utf-8")
