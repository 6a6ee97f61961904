"""Seconds against the length of the list, both axes in powers of ten."""

from collections.abc import Iterable, Sequence
from math import log10

from benchmarks.peers.results import Grown, Results
from benchmarks.peers.svg import EDGE, WIDTH, Chart, chart, rule, text, way

_TITLE = "Lists of 2,000 to 200,000 delegations, in three groups"
_LEFT, _RIGHT, _TOP, _FOOT, _HEIGHT = 84, 216, 84, 330, 384
#: The powers of ten that the axis of seconds shows.
_LEAST, _MOST = -2, 3
#: Model -> the colour of its line.
_MODELS = {"allocator": "region", "allocator, by name": "gender", "one Boolean per seat": "missing"}


def growth_chart(results: Results) -> Chart:
    """The chart, and its points in words."""
    ours = [each for each in results.growth if each.model == "allocator"]
    marks = [
        text(EDGE, 56, "Seconds of the processor in all, and of the clock in the solver", "quiet"),
        *_axes(ours),
        *way([_place(each, each.solver) for each in ours], "small"),
        text(*_beside(_place(ours[-1], ours[-1].solver)), "allocator, in the solver", "own"),
    ]
    for model, colour in _MODELS.items():
        marks += _line([each for each in results.growth if each.model == model], model, colour)
    told = "; ".join(
        f"{each.model}, {each.delegations:,} delegations, {each.people:,} people: {each.status}"
        f"{f', {each.whole} s in all' if each.whole else ''}"
        for each in results.growth
    )
    return chart("growth", _TITLE, told, height=_HEIGHT, marks=marks)


def _line(points: Sequence[Grown], model: str, colour: str) -> list[str]:
    """A line with its name at the end, and the outcome at each point that is not proven."""
    done = [each for each in points if each.whole]
    if not done:
        return []
    kind = "own" if model.startswith("allocator") else "ink"
    name = "allocator, head-counts" if model == "allocator" else model
    marks = way([_place(each, each.whole) for each in done], colour)
    x, y = _beside(_place(done[-1], done[-1].whole))
    if kind == "own":
        return [*marks, text(x, y, name, kind)]
    # The other model ends early: its name stands above, and at each length what came of it.
    marks.append(text(_LEFT + 10, y - 20, name, kind))
    for each in points:
        reached = f"{each.above} above the bounds" if each.above else "at the bounds"
        told = reached if each.whole else each.status
        along, _ = _beside(_place(each, 1))
        marks.append(text(along if each.whole else along - 50, y, told, "quiet"))
    return marks


def _place(each: Grown, seconds: float) -> tuple[float, float]:
    along = log10(each.delegations / 2_000) / 2
    return _LEFT + 24 + along * (WIDTH - _LEFT - _RIGHT - 24), _height(log10(seconds))


def _beside(place: tuple[float, float]) -> tuple[float, float]:
    return place[0] + 14, place[1] + 5


def _height(power: float) -> float:
    return _FOOT - (power - _LEAST) / (_MOST - _LEAST) * (_FOOT - _TOP)


def _axes(ours: Iterable[Grown]) -> list[str]:
    marks = []
    for power in range(_LEAST, _MOST + 1):
        y = _height(power)
        marks.append(rule(_LEFT, y, WIDTH - _RIGHT + 12, y))
        marks.append(text(_LEFT - 10, y + 5, f"{10.0**power:,g} s", "quiet", "end"))
    for each in ours:
        x, _ = _place(each, 1)
        marks.append(text(x, _FOOT + 22, f"{each.delegations:,}", "ink", "middle"))
        marks.append(text(x, _FOOT + 42, f"{each.peak:,.0f} MB", "quiet", "middle"))
    marks.append(text(WIDTH - EDGE, _FOOT + 22, "delegations", "quiet", "end"))
    marks.append(text(WIDTH - EDGE, _FOOT + 42, "memory, head-counts", "quiet", "end"))
    return marks
