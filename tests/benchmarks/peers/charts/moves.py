"""Who must be told another group after late changes: a bar per tool, and two for the re-balance."""

from benchmarks.peers.results import Point, Results
from benchmarks.peers.svg import EDGE, WIDTH, Chart, bar, chart, text

_LEFT, _LONGEST = 300, 380
_TOP, _ROW, _BAR = 78, 30, 20


def best_point(results: Results) -> Point:
    """The last point of the frontier, which no number of moves makes better."""
    return results.frontier[-1]


def moves_chart(results: Results) -> Chart:
    """The chart, and the numbers in words."""
    taken = next(point for point in results.frontier if point.taken)
    ours = {
        "allocator rebalance, as it comes": taken.moves,
        "allocator rebalance, all goals best": best_point(results).moves,
    }
    others = {f"{each.tool}, run again": each.moved for each in results.reached if each.later}
    anew = dict(sorted(others.items(), key=lambda item: item[1]))
    most = max(anew.values())
    marks = [text(EDGE, 56, "Of 380 who had a group and stay; groups named as suits best", "quiet")]
    for number, (name, people) in enumerate((ours | anew).items()):
        top, own = _TOP + number * _ROW, name in ours
        width = people * _LONGEST / most
        marks += [
            text(_LEFT - 12, top + 15, name, "own" if own else "ink", "end"),
            bar(_LEFT, top, max(width, 1.5), _BAR, "region" if own else "other"),
            text(_LEFT + width + 9, top + 15, people, "own" if own else "ink"),
        ]
    told = "; ".join(f"{name}: {people}" for name, people in (ours | anew).items())
    height = _TOP + len(ours | anew) * _ROW + 12
    assert WIDTH > _LEFT + _LONGEST + 2 * EDGE
    return chart("moves", "People who must be told another group after 20 withdrew and 20 came",
                 told, height=height, marks=marks)  # fmt: skip
