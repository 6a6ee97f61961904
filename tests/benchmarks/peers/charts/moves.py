"""Who must be told another group after late changes: bars of the re-balance, and one per tool."""

from collections.abc import Mapping

from benchmarks.peers.results import Results
from benchmarks.peers.svg import EDGE, Chart, bar, chart, rule, text

_TITLE = "People who must be told another group after 20 withdrew and 20 came"
_LEFT, _LONGEST = 240, 432
_TOP, _ROW, _BAR = 92, 30, 20
#: Room for the heading of the second part.
_HEADING = 44


def moves_chart(results: Results) -> Chart:
    """The chart, and the numbers in words."""
    points = results.frontier
    ours = {
        "as it comes": next(point.moves for point in points if point.taken),
        "nobody against the rule": next(point.moves for point in points if not point.against_rules),
        "every goal at its best": points[-1].moves,
    }
    anew = {
        each.tool: each.moved
        for each in sorted(results.reached, key=lambda each: each.moved)
        if each.later
    }
    most, second = max(anew.values()), _TOP + len(ours) * _ROW + _HEADING
    height = second + len(anew) * _ROW + 12
    marks = [
        text(EDGE, 56, "Of 380 who had a group and stay; groups named as suits best", "quiet"),
        rule(_LEFT - 1, _TOP - 10, _LEFT - 1, height - 16, "axis"),
        text(_LEFT + 9, _TOP - 8, "allocator rebalance, from the published rosters", "quiet"),
        *_bars(ours, _TOP, _LONGEST / most, "region"),
        text(_LEFT + 9, second - 8, "run again from nothing", "quiet"),
        *_bars(anew, second, _LONGEST / most, "other"),
    ]
    told = f"allocator rebalance: {_told(ours)}; run again from nothing: {_told(anew)}"
    return chart("moves", _TITLE, told, height=height, marks=marks)


def _bars(people: Mapping[str, int], top: int, scale: float, kind: str) -> list[str]:
    marks = []
    for number, (name, moved) in enumerate(people.items()):
        y, letters = top + number * _ROW, "own" if kind == "region" else "ink"
        marks += [
            text(_LEFT - 12, y + 15, name, letters, "end"),
            *([bar(_LEFT, y, moved * scale, _BAR, kind)] if moved else []),
            text(_LEFT + moved * scale + 9, y + 15, moved, letters),
        ]
    return marks


def _told(people: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {moved}" for name, moved in people.items())
