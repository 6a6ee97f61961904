"""Regions, categories and balanced columns by group: delegations present, and people."""

from collections.abc import Callable, Mapping, Sequence

from allocator.delegation import Delegate, Delegation
from allocator.rosters.collation import sort_key
from allocator.rosters.edition import Edition
from allocator.rosters.page import HEAD_HEIGHT, Page
from allocator.rosters.rows import Value
from allocator.rosters.sheets.head import head
from allocator.rosters.tally import Line, people, presence

#: Rows between the head and the headings of the first table: two notes, gap, section, units.
_ROWS_BEFORE_HEADINGS = 5
#: Rows that are still readable when they are printed on one page.
_ROWS_ON_A_PAGE = 60
#: A difference above this is coloured: 0 and 1 are what arithmetic allows.
_EVEN = 1

#: The least and the greatest width of the column of labels, in characters.
_NARROW, _WIDE = 36, 56

#: A label of a delegation or of one of its delegates.
Label = Callable[[Delegation, Delegate | None], str]


def write(page: Page, edition: Edition) -> None:
    """Write the sheet."""
    outcome = edition.outcome
    block = [*([13] * outcome.plan.k), 9, 12]
    page.widths([_label_width(edition), *block, *block])
    head(page, edition, edition.say("balance.title"))
    page.line([edition.say("balance.presence_note")], "note")
    page.line([edition.say("balance.spread_note")], "note")
    for session in edition.by_session:
        outcome = session.outcome
        for name, label in _labels(session).items():
            _table(page, session, name, [_presence(session, label), people(outcome, label)])
        for column in outcome.plan.balance:
            _table(page, session, column, [people(outcome, _by_column(column))])
    page.pages_high = 1 if page.row <= _ROWS_ON_A_PAGE else 0


def region_rows(edition: Edition) -> tuple[int, int]:
    """The heading row and the last row of the table of regions, for the chart."""
    head_rows = 1 + sum(bool(text) for text in (edition.meeting, edition.event))
    headings = head_rows + _ROWS_BEFORE_HEADINGS + 1
    regions = {each.region for each in edition.outcome.workshop.delegations}
    return headings, headings + len(regions)


def _labels(edition: Edition) -> dict[str, Label]:
    """What delegations are counted by: heading -> label as it is shown."""
    labels: dict[str, Label] = {"region": lambda delegation, _: edition.region(delegation)}
    if edition.outcome.workshop.has_categories:
        labels["category"] = lambda delegation, _: delegation.category
    return labels


def _label_width(edition: Edition) -> float:
    """The width of the first column: labels are on one line there, as long as they usually are."""
    labels = [label(each, None) for label in _labels(edition).values()
              for each in edition.outcome.workshop.delegations]  # fmt: skip
    return max(_NARROW, min(_WIDE, 2 + max(map(len, labels), default=0)))


def _presence(edition: Edition, label: Label) -> dict[str, Line]:
    return presence(edition.outcome, lambda delegation: label(delegation, None))


def _by_column(column: str) -> Label:
    def label(delegation: Delegation, delegate: Delegate | None) -> str:
        own = delegation.traits.get(column, "")
        return (delegate.traits.get(column) if delegate else "") or own

    return label


def _table(page: Page, edition: Edition, name: str, blocks: Sequence[Mapping[str, Line]]) -> None:
    """One table: a line per label; for each block the groups, the total and the difference."""
    heading = edition.heading(name)
    names = [group.name for group in edition.groups]
    numbers = [*names, edition.heading("total"), edition.heading("spread")]
    titles = ["balance.delegations", "balance.people"][-len(blocks) :]
    page.skip()
    page.line([edition.in_session(edition.say("balance.by", column=heading))], "section")
    tops = [[edition.say(title), *([None] * (len(numbers) - 1))] for title in titles]
    page.line([None, *(cell for top in tops for cell in top)], "head")
    page.line(
        [heading, *(numbers * len(blocks))],
        ["head", *["head number"] * len(numbers) * len(blocks)],
        height=HEAD_HEIGHT,
    )
    for label in sorted(blocks[0], key=lambda text: sort_key(text, edition.language)):
        _line(page, label or edition.say("balance.none"), [block[label] for block in blocks])


def _line(page: Page, label: str, lines: Sequence[Line]) -> None:
    values: list[Value] = [label]
    styles = ["first"]
    for line in lines:
        values += [*line.counts, line.total, line.spread]
        styles += ["number"] * (len(line.counts) + 1)
        styles.append("uneven" if line.spread > _EVEN else "number")
    page.line(values, styles)
