"""Seconds against the length of the list, both axes in powers of ten."""

from collections.abc import Iterable
from math import log10

from benchmarks.peers.results import Grown, Results
from benchmarks.peers.svg import EDGE, WIDTH, Chart, chart, rule, text, way

_TITLE = "A list a hundred times as long"
_LEFT, _RIGHT, _TOP, _FOOT, _HEIGHT = 84, 220, 84, 330, 384
#: The powers of ten that the axis of seconds shows.
_LEAST, _MOST = -2, 3


def growth_chart(results: Results) -> Chart:
    """The chart, and its points in words."""
    ours = [each for each in results.growth if each.model == "allocator"]
    other = [each for each in results.growth if each.model != "allocator" and each.whole]
    ends = (ours[0].delegations, ours[-1].delegations)
    whole = [_place(each, each.whole, ends) for each in ours]
    solver = [_place(each, each.solver, ends) for each in ours]
    plain = [_place(each, each.whole, ends) for each in other]
    marks = [
        text(EDGE, 56, "Seconds, by the number of delegations; three groups", "quiet"),
        *_axes(ours, ends),
        *way(whole, "region"),
        *way(solver, "small"),
        *way(plain, "missing"),
        *_beside(whole[-1], "allocator, in all", "own"),
        *_beside(solver[-1], "allocator, in the solver", "own"),
    ]
    if plain:
        marks += _beside(plain[-1], f"{other[-1].model}, in all", "ink")
    told = "; ".join(
        f"{each.model}, {each.delegations:,} delegations: {each.whole} s in all, {each.status}"
        for each in results.growth
    )
    return chart("growth", _TITLE, told, height=_HEIGHT, marks=marks)


def _place(each: Grown, seconds: float, ends: tuple[int, int]) -> tuple[float, float]:
    first, last = map(log10, ends)
    along = (log10(each.delegations) - first) / (last - first)
    return _LEFT + 24 + along * (WIDTH - _LEFT - _RIGHT - 24), _height(log10(seconds))


def _height(power: float) -> float:
    return _FOOT - (power - _LEAST) / (_MOST - _LEAST) * (_FOOT - _TOP)


def _axes(ours: Iterable[Grown], ends: tuple[int, int]) -> list[str]:
    marks = []
    for power in range(_LEAST, _MOST + 1):
        y = _height(power)
        marks.append(rule(_LEFT, y, WIDTH - _RIGHT + 12, y))
        marks.append(text(_LEFT - 10, y + 5, f"{10.0**power:,g} s", "quiet", "end"))
    for each in ours:
        x, _ = _place(each, 1, ends)
        marks.append(text(x, _FOOT + 22, f"{each.delegations:,}", "ink", "middle"))
        marks.append(text(x, _FOOT + 42, f"{each.peak:,.0f} MB", "quiet", "middle"))
    marks.append(text(WIDTH - EDGE, _FOOT + 22, "delegations", "quiet", "end"))
    marks.append(text(WIDTH - EDGE, _FOOT + 42, "peak memory, allocator", "quiet", "end"))
    return marks


def _beside(place: tuple[float, float], words: str, kind: str) -> list[str]:
    return [text(place[0] + 14, place[1] + 5, words, kind)]
