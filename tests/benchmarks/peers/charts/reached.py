"""How far from the best possible each tool stays: a bar per tool, parted by measure."""

from benchmarks.peers.recount import MEASURES
from benchmarks.peers.results import Reached, Results, Values
from benchmarks.peers.svg import EDGE, PARTS, WIDTH, Chart, bar, chart, legend, rule, text

_TITLE = "Distance from the best possible: 400 delegates in three groups"
#: Where the bars begin and how far the longest goes; room for the total behind it, and the seconds.
_LEFT, _LONGEST = 240, 282
_TOP, _ROW, _BAR = 100, 30, 20
#: Where the column of the pairs that are parted ends.
_PARTED = 636
#: The width of a number that stands inside its bar.
_NUMBER = 22


def excess(values: Values, bounds: Values) -> dict[str, int]:
    """Measure -> how far it is above what arithmetic allows."""
    return {measure: values[measure] - bounds[measure] for measure in MEASURES}


def in_order(results: Results) -> list[Reached]:
    """The tools that reached something, the nearest to the bounds first."""
    return sorted(
        (each for each in results.reached if each.values),
        key=lambda each: (sum(each.values.values()), each.processor),
    )


def reached_chart(results: Results) -> Chart:
    """The chart, and in words what each tool reaches."""
    rows = [(each, excess(each.values, results.bounds)) for each in in_order(results)]
    most = max(sum(over.values()) for _, over in rows)
    shown = [kind for kind in MEASURES if any(over[kind] for _, over in rows)]
    marks = [
        text(
            EDGE, 56, "Sum of the spreads above what arithmetic allows; shorter is better", "quiet"
        ),
        *legend(80, shown),
        text(WIDTH - EDGE, _TOP - 20, "processor time", "quiet", "end"),
        text(_PARTED, _TOP - 20, "pairs parted", "quiet", "end"),
        rule(_LEFT - 1, _TOP - 6, _LEFT - 1, _TOP + len(rows) * _ROW - 4, "axis"),
    ]
    for number, (each, over) in enumerate(rows):
        marks += _row(each, over, _TOP + number * _ROW, _LONGEST / max(1, most))
    told = "; ".join(f"{each.tool}: {_told(over)}" for each, over in rows)
    return chart("reached", _TITLE, told, height=_TOP + len(rows) * _ROW + 12, marks=marks)


def _row(each: Reached, over: dict[str, int], top: float, scale: float) -> list[str]:
    base, total = top + 15, sum(over.values())
    kind = "own" if each.tool.startswith("allocator") else "ink"
    marks = [text(_LEFT - 12, base, each.tool, kind, "end")]
    x = float(_LEFT)
    for measure, people in over.items():
        width = people * scale
        if people:
            marks.append(bar(x, top, max(width - 1, 1), _BAR, measure))
        if width > _NUMBER:
            inside = "in-region" if measure == "region" else "in"
            marks.append(text(x + width / 2, base, people, inside, "middle"))
        x += width
    told = str(total) if total else "0: the best possible"
    marks.append(text(x + 8, base, told, kind))
    marks.append(text(_PARTED, base, each.parted, "quiet", "end"))
    marks.append(text(WIDTH - EDGE, base, _seconds(each.processor), "quiet", "end"))
    return marks


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 0.1 else "under 0.1 s"


def _told(over: dict[str, int]) -> str:
    """The parts in words."""
    parts = [f"{PARTS[measure]} {people}" for measure, people in over.items() if people]
    return f"{sum(over.values())} ({', '.join(parts)})" if parts else "0"
