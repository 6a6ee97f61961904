"""Charts: every number is also a text, nothing is styled inline, every name is escaped."""

import xml.etree.ElementTree as ET

from allocator.web.charts import frontier_chart, people_chart, regions_chart

SVG = "{http://www.w3.org/2000/svg}"


def parsed(chart: str) -> ET.Element:
    """The chart as a tree; it fails when the chart is no XML."""
    return ET.fromstring(chart)  # noqa: S314 - our own text


def a_group(name: str, people: int, capacity: int | None = None) -> dict[str, object]:
    """A group as the board has it."""
    over = max(0, people - capacity) if capacity else 0
    return {"name": name, "delegates": people, "capacity": capacity, "too_many": over}


def described(chart: str) -> str:
    """What the chart tells those who cannot see it."""
    return parsed(chart).findtext("desc", "")


def test_people_are_told_in_words_too() -> None:
    """The text alternative has every number of the chart."""
    chart = people_chart([a_group("A", 41, 40), a_group("B", 38)])

    assert "A: 41 of 40; B: 38" == described(chart)


def test_a_group_over_its_capacity_looks_different() -> None:
    """It has a class of its own, and the capacity is a line."""
    root = parsed(people_chart([a_group("A", 41, 40), a_group("B", 38, 40)]))

    assert ["bar over", "bar"] == [each.get("class") for each in root.iter("rect")]
    assert 2 == len(list(root.iter("line")))


def test_bars_are_as_long_as_their_numbers() -> None:
    """Twice the people, twice the length."""
    root = parsed(people_chart([a_group("A", 40), a_group("B", 20), a_group("C", 1)]))
    widths = [int(each.get("width", 0)) for each in root.iter("rect")]

    assert widths[0] == 2 * widths[1]
    assert ["40", "20", "1"] == [
        each.text for each in root.iter("text") if "number" in str(each.get("class"))
    ]


def test_regions_are_told_by_letters_and_in_words() -> None:
    """Every part that has room has its letter; the text names all of them."""
    rows = [
        {"label": "GRULAC", "letter": "L", "colour": "tint-0", "delegations": {"counts": [9, 8]}},
        {"label": "WEOG", "letter": "W", "colour": "tint-1", "delegations": {"counts": [0, 3]}},
    ]
    chart = regions_chart(["A", "B"], rows)
    letters = [
        each.text for each in parsed(chart).iter("text") if "letter" in str(each.get("class"))
    ]

    assert "A: GRULAC 9, WEOG 0; B: GRULAC 8, WEOG 3" == described(chart)
    assert ["L", "L", "W"] == letters


def test_the_point_that_was_taken_is_marked() -> None:
    """By its shape and in the text."""
    points = [
        {"moves": 0, "spread": 8, "chosen": False},
        {"moves": 3, "spread": 1, "chosen": True},
    ]
    chart = frontier_chart(points)
    circles = list(parsed(chart).iter("circle"))

    assert ["point", "point chosen"] == [each.get("class") for each in circles]
    assert "0 moved: sizes differ by 8; 3 moved: sizes differ by 1 (taken)" == described(chart)
    assert int(circles[0].get("cy", 0)) < int(circles[1].get("cy", 0))


def test_nothing_to_show_is_no_error() -> None:
    """Nobody moved and sizes are the same: one point at the origin."""
    chart = frontier_chart([{"moves": 0, "spread": 0, "chosen": True}])

    assert 1 == len(list(parsed(chart).iter("circle")))


def test_names_are_escaped_and_cut() -> None:
    """A group called like markup stays text, and a long name does not leave the chart."""
    chart = people_chart([a_group("<script>&", 3), a_group("A" * 40, 3)])
    names = [each.text for each in parsed(chart).iter("text") if each.get("class") == "name"]

    assert ["<script>&", "A" * 15 + "…"] == names
    assert "<script" not in chart


def test_charts_have_no_inline_styles() -> None:
    """The page's policy forbids them."""
    chart = people_chart([a_group("A", 3, 2)])

    assert "style" not in chart
    assert "img" == parsed(chart).get("role")
