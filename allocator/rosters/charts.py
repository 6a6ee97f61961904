"""Native bar charts, drawn from cells, so that they can be copied into a presentation."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.worksheet.worksheet import Worksheet

from allocator.rosters.look import GROUP_COLOURS

#: Shares of the bars' width that stay free between two bars, in per cent.
_GAP = 60


def bars(
    title: str, *, width: float, height: float, lying: bool = False, from_right: bool = False
) -> BarChart:
    """An empty bar chart; width and height in centimetres.

    Bars that lie have their names beside them, which leaves room for long ones. ``from_right`` is
    for languages that are read so: what lies along the page begins there.
    """
    chart = BarChart()
    chart.type = "bar" if lying else "col"
    if lying:
        # The first name belongs on top, and the scale at the foot.
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"
    if from_right:
        along = chart.y_axis if lying else chart.x_axis
        along.scaling.orientation = "maxMin"
    chart.title = title
    chart.width, chart.height = width, height  # type: ignore[assignment]  # the stubs say int, Excel takes fractions
    chart.gapWidth = _GAP
    # LibreOffice and recent Excel hide the axes unless they are told not to.
    chart.x_axis.delete = False
    chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.number_format = "0"
    line = GraphicalProperties(ln=LineProperties(solidFill="E3E7EE"))
    chart.y_axis.majorGridlines = ChartLines(spPr=line)
    return chart


def cells(sheet: Worksheet, column: int, first: int, last: int) -> Reference:
    """The cells of one column, rows ``first`` to ``last``, both included."""
    return Reference(sheet, min_col=column, max_col=column, min_row=first, max_row=last)


def one_series(chart: BarChart, *, values: Reference, names: Reference, count: int) -> None:
    """One bar per group, each in the group's colour, with its number on top."""
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(names)
    chart.legend = None
    series = chart.series[0]
    for number in range(count):
        point = DataPoint(idx=number)
        point.graphicalProperties = GraphicalProperties(solidFill=colour(number))
        series.dPt.append(point)
    _label(chart)


def many_series(chart: BarChart, *, values: Sequence[Reference], names: Reference) -> None:
    """One bar per group and name, groups told apart by colour and legend."""
    for number, each in enumerate(values):
        chart.add_data(each, titles_from_data=True)
        chart.series[number].graphicalProperties = GraphicalProperties(solidFill=colour(number))
    chart.set_categories(names)
    if chart.legend is not None:
        chart.legend.position = "b"
    _label(chart)


def colour(number: int) -> str:
    """The colour of a group, by its place in the plan, counted from 0."""
    return GROUP_COLOURS[number % len(GROUP_COLOURS)]


def _label(chart: BarChart) -> None:
    """Numbers on the bars and nothing else."""
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
