"""What more moves would give: a column per point of the frontier, parted by measure."""

from benchmarks.peers.charts.reached import excess
from benchmarks.peers.recount import MEASURES
from benchmarks.peers.results import Point, Results
from benchmarks.peers.svg import EDGE, WIDTH, Chart, bar, chart, legend, text

_TITLE = "allocator rebalance: what each number of moves reaches"
_TOP, _FOOT, _HEIGHT = 118, 300, 380
_NUMBER = 16


def frontier_chart(results: Results) -> Chart:
    """The chart, and the points in words."""
    points = [(each, excess(each.values, results.later_bounds)) for each in results.frontier]
    most = max(1, *(sum(over.values()) for _, over in points))
    shown = [kind for kind in MEASURES if any(over[kind] for _, over in points)]
    proof = "every point is proven"
    if not all(each.proven for each in results.frontier):
        proof = "points not proven are in brackets"
    under = f"How far each goal is from the best possible; {proof}"
    marks = [text(EDGE, 56, under, "quiet"), *legend(80, shown)]
    room = (WIDTH - 2 * EDGE - 120) / len(points)
    for number, (point, over) in enumerate(points):
        middle = EDGE + 120 + room * (number + 0.5)
        marks += _column(point, over, middle, (_FOOT - _TOP) / most)
    marks += [
        text(EDGE, _FOOT + 22, "people moved", "quiet"),
        text(EDGE, _FOOT + 46, "against the rule,", "quiet"),
        text(EDGE, _FOOT + 62, "which counts first", "quiet"),
    ]
    told = "; ".join(
        f"{each.moves} moves: {sum(over.values())}, and {each.against_rules} against the rule"
        for each, over in points
    )
    return chart("frontier", _TITLE, told, height=_HEIGHT, marks=marks)


def _column(point: Point, over: dict[str, int], middle: float, scale: float) -> list[str]:
    marks, y = [], float(_FOOT)
    for measure, people in over.items():
        height = people * scale
        if people:
            marks.append(bar(middle - 19, y - height, 38, max(height - 1, 1), measure))
        if height > _NUMBER:
            inside = "in-region" if measure == "region" else "in"
            marks.append(text(middle, y - height / 2 + 5, people, inside, "middle"))
        y -= height
    moves = str(point.moves) if point.proven else f"({point.moves})"
    kind = "own" if point.taken else "ink"
    return [
        *marks,
        text(middle, y - 7, sum(over.values()), kind, "middle"),
        text(middle, _FOOT + 22, moves, kind, "middle"),
        text(middle, _FOOT + 46, point.against_rules, "quiet", "middle"),
    ]
