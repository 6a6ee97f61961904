"""Charts of the page as SVG: with a title and a text that says the same, styled by classes only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from allocator.text import joined, say, told

#: The size of a chart in its own units; the page scales it.
WIDTH = 420
_LEFT, _RIGHT, _LINE = 110, 44, 26
#: Sides of the frontier's plot.
_PLOT_HEIGHT, _PLOT_LEFT, _PLOT_FOOT = 190, 44, 40
#: Marks on an axis, about.
_TICKS = 5
#: The width of a number that stands inside its bar.
_NUMBER = 40
#: Characters of a name that a chart has room for.
_NAME = 16


def people_chart(groups: Sequence[Mapping[str, Any]], *, language: str = "en") -> Markup:
    """A bar per group of the board: its people, and its capacity as a line where there is one."""
    most = max(
        [1, *(each["delegates"] for each in groups), *(each["capacity"] or 0 for each in groups)]
    )
    alt = joined("; ", [_people_told(each) for each in groups])
    bars = [
        bar
        for row, each in enumerate(groups)
        for bar in _people_bar(each, row * _LINE + 4, most, language)
    ]
    words = told(say("People per group"), language), told(alt, language)
    return _svg("people", words, len(groups) * _LINE + 8, bars)


def regions_chart(
    groups: Sequence[str], rows: Sequence[Mapping[str, Any]], *, language: str = "en"
) -> Markup:
    """A bar per group, parted by region: delegations present; letters stand in the parts."""
    totals = [
        sum(row["delegations"]["counts"][index] for row in rows) for index in range(len(groups))
    ]
    most = max([1, *totals])
    names = [told(name, language) for name in groups]
    alt = "; ".join(
        f"{name}: " + ", ".join(
            f"{row['label']} {row['delegations']['counts'][index]}" for row in rows
        )
        for index, name in enumerate(names)
    )  # fmt: skip
    bars: list[Markup] = []
    for index, name in enumerate(names):
        top = index * _LINE + 4
        bars.append(_text(_LEFT - 8, top + 15, _short(name), "name", "end"))
        bars.extend(_parts(rows, index, top, most))
        end = _LEFT + _scaled(totals[index], most)
        bars.append(_text(end + 6, top + 15, totals[index], "number"))
    words = told(say("Delegations per group, by region"), language), alt
    return _svg("regions", words, len(groups) * _LINE + 8, bars)


def frontier_chart(frontier: Sequence[Mapping[str, Any]], *, language: str = "en") -> Markup:
    """Moves against the largest group less the smallest; the point that was taken is ringed."""
    moves = max([1, *(point["moves"] for point in frontier)])
    spread = max([1, *(point["spread"] for point in frontier)])
    places = [
        (
            _PLOT_LEFT + (WIDTH - _PLOT_LEFT - 24) * point["moves"] // moves,
            12 + (_PLOT_HEIGHT - 12 - _PLOT_FOOT) * (spread - point["spread"]) // spread,
        )
        for point in frontier
    ]
    path = " ".join(f"{x},{y}" for x, y in places)
    alt = joined("; ", [_point_told(point) for point in frontier])
    marks = [
        *_axes(moves, spread, told(say("people moved"), language)),
        Markup('<polyline class="line" points="{}" fill="none"/>').format(path),
    ]
    for (x, y), point in zip(places, frontier, strict=True):
        kind = "point chosen" if point["chosen"] else "point"
        marks.append(_circle(x, y, 7 if point["chosen"] else 4, kind))
    title = told(say("People moved, and how much the sizes then differ"), language)
    return _svg("frontier", (title, told(alt, language)), _PLOT_HEIGHT, marks)


def _point_told(point: Mapping[str, Any]) -> str:
    moves, spread = point["moves"], point["spread"]
    if point["chosen"]:
        return say("{moves} moved: sizes differ by {spread} (taken)", moves=moves, spread=spread)
    return say("{moves} moved: sizes differ by {spread}", moves=moves, spread=spread)


def _people_told(group: Mapping[str, Any]) -> str:
    name, people, capacity = group["name"], group["delegates"], group["capacity"]
    if capacity:
        return say("{name}: {people} of {capacity}", name=name, people=people, capacity=capacity)
    return joined(": ", [name, people])


def _people_bar(group: Mapping[str, Any], top: int, most: int, language: str) -> Iterator[Markup]:
    yield _text(_LEFT - 8, top + 15, _short(told(group["name"], language)), "name", "end")
    width = _scaled(group["delegates"], most)
    kind = "bar over" if group["too_many"] else "bar"
    yield _rect(_LEFT, top, width, kind)
    if width >= _NUMBER:
        yield _text(_LEFT + width - 6, top + 15, group["delegates"], "number inside", "end")
    else:
        yield _text(_LEFT + width + 6, top + 15, group["delegates"], "number")
    if group["capacity"]:
        x = _LEFT + _scaled(group["capacity"], most)
        yield Markup('<line class="capacity" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
            x, top - 2, top + 22
        )


def _parts(rows: Iterable[Mapping[str, Any]], group: int, top: int, most: int) -> Iterator[Markup]:
    """The parts of a bar, one per region, with its letter where there is room for it."""
    before = 0
    for row in rows:
        count = row["delegations"]["counts"][group]
        start, end = _scaled(before, most), _scaled(before + count, most)
        before += count
        yield _rect(_LEFT + start, top, end - start, f"part {row['colour']}")
        if end - start >= 14:  # noqa: PLR2004 - the width of a letter
            middle = _LEFT + (start + end) // 2
            yield _text(middle, top + 15, row["letter"], f"letter on-{row['colour']}", "middle")


def _axes(moves: int, spread: int, title: str) -> Iterator[Markup]:
    foot = _PLOT_HEIGHT - _PLOT_FOOT
    for value in _ticks(spread):
        y = 12 + (foot - 12) * (spread - value) // spread
        yield Markup('<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
            _PLOT_LEFT, WIDTH - 16, y, y
        )
        yield _text(_PLOT_LEFT - 8, y + 4, value, "number", "end")
    for value in _ticks(moves):
        x = _PLOT_LEFT + (WIDTH - _PLOT_LEFT - 24) * value // moves
        yield _text(x, foot + 18, value, "number", "middle")
    yield _text((WIDTH + _PLOT_LEFT) // 2, _PLOT_HEIGHT - 4, title, "name", "middle")


def _ticks(most: int) -> range:
    return range(0, most + 1, max(1, -(-most // _TICKS)))


def _scaled(value: int, most: int) -> int:
    return (WIDTH - _LEFT - _RIGHT) * value // most


def _short(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _text(x: int, y: int, content: object, kind: str, anchor: str = "start") -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
        kind, x, y, anchor, content
    )


def _rect(x: int, y: int, width: int, kind: str) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="20" rx="2"/>').format(
        kind, x, y, width
    )


def _circle(x: int, y: int, radius: int, kind: str) -> Markup:
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(kind, x, y, radius)


def _svg(name: str, words: tuple[str, str], height: int, content: Iterable[Markup]) -> Markup:
    """The whole chart; ``words`` are its title, and the text for who cannot see it."""
    title, told_to_all = words
    head = Markup(
        '<svg class="chart chart-{name}" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="chart-{name}-title chart-{name}-desc">'
        '<title id="chart-{name}-title">{title}</title><desc id="chart-{name}-desc">{told}</desc>'
    ).format(name=name, width=WIDTH, height=height, title=title, told=told_to_all)
    return head + Markup("").join(content) + Markup("</svg>")
