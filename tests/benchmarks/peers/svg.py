"""Writes a chart as SVG: a card of its own that reads in light and dark, with its text for all.

Colours follow M. Okabe and K. Ito, "Color Universal Design" (2008), who chose them for every kind
of colour vision; dark letters stand on all but the blue. Fonts are those of the reader's system.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

#: The width of every chart, in its own units; the page scales it.
WIDTH = 760
#: The edge of the card, and the height of a line of text with the room above it.
EDGE, LINE = 20, 20

#: Measure -> its name in a chart. The order is that of the bars.
PARTS = {
    "size": "sizes",
    "region": "regions",
    "gender": "genders",
    "missing": "missing",
    "small": "small delegations",
}

_STYLE = """
text { font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.card { fill: #ffffff; stroke: #d0d7de; }
.ink, .own { fill: #1b1f24; }
.own, .head { font-weight: 650; }
.head { font-size: 16px; fill: #1b1f24; }
.quiet { font-size: 13px; fill: #57606a; }
.grid { stroke: #d8dee4; }
.axis { stroke: #57606a; }
.size { fill: #cc79a7; } .region { fill: #0072b2; } .gender { fill: #e69f00; }
.missing { fill: #d55e00; } .small { fill: #009e73; } .other { fill: #8c959f; }
.in { font-size: 13px; fill: #111111; } .in-region { font-size: 13px; fill: #ffffff; }
.way { fill: none; stroke-width: 2.5; }
.way-region { stroke: #0072b2; } .way-missing { stroke: #d55e00; } .way-small { stroke: #009e73; }
.way-gender { stroke: #e69f00; }
@media (prefers-color-scheme: dark) {
.card { fill: #1a1c1e; stroke: #3a4048; }
.ink, .own, .head { fill: #eceef0; }
.quiet { fill: #adb5be; }
.grid { stroke: #3a4048; }
.axis { stroke: #adb5be; }
.region { fill: #56b4e9; } .missing { fill: #f0793a; } .small { fill: #2bc49a; }
.in-region { fill: #111111; }
.way-region { stroke: #56b4e9; } .way-missing { stroke: #f0793a; } .way-small { stroke: #2bc49a; }
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A finished chart: the name of its file, what it shows in a line, and its data in words."""

    name: str
    title: str
    told: str
    svg: str


def chart(name: str, title: str, told: str, *, height: int, marks: Iterable[str]) -> Chart:
    """The marks on their card, below the title."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"',
        f'  width="{WIDTH}" height="{height}" role="img" aria-labelledby="title desc">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(told)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="card" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>',
        text(EDGE, EDGE + 14, title, "head"),
        *marks,
        "</svg>",
    ]
    return Chart(name=name, title=title, told=told, svg="\n".join(lines) + "\n")


def text(x: float, y: float, content: object, kind: str = "ink", anchor: str = "start") -> str:
    """A line of text; ``anchor`` says which end stands at ``x``: start, middle or end."""
    words = escape(str(content))
    return f'<text class="{kind}" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{words}</text>'


def bar(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A rectangle."""
    return (
        f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="1.5"/>'
    )


def rule(x: float, y: float, x_end: float, y_end: float, kind: str = "grid") -> str:
    """A straight line."""
    return f'<line class="{kind}" x1="{x:g}" y1="{y:g}" x2="{x_end:g}" y2="{y_end:g}"/>'


def way(points: Iterable[tuple[float, float]], kind: str) -> list[str]:
    """A line through points, with a dot at each."""
    places = list(points)
    through = " ".join(f"{x:g},{y:g}" for x, y in places)
    dots = [f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="4.5"/>' for x, y in places]
    return [f'<polyline class="way way-{kind}" points="{through}"/>', *dots]


def legend(y: float, kinds: Iterable[str]) -> list[str]:
    """What the colours of the parts mean, in a line."""
    marks, x = [], float(EDGE)
    for kind in kinds:
        marks += [bar(x, y - 11, 13, 13, kind), text(x + 19, y, PARTS[kind], "quiet")]
        x += 19 + 7.1 * len(PARTS[kind]) + 22
    return marks
