"""Contents of a workshop on the page, for tests of what it shows; the goals are counted anew."""

from collections.abc import Sequence
from dataclasses import replace

from outcomes import a_head_count_list, an_outcome

from allocator.allocation import Outcome
from allocator.by_hand import HandMove, moved
from allocator.changes import Changes, Move, Point
from allocator.delegation import DelegationId
from allocator.event_rules import EventRule, Party
from allocator.settings import Group, RuleRow, Settings
from allocator.web.revision import PINNED, Content, Revision
from allocator.workshop import Workshop

#: A name that would be markup if anything forgot to escape it.
HOSTILE = '<img src=x onerror="alert(1)">\u202eevil</bdi>'
#: The meeting of these tests.
SESSION = Settings(
    meeting="Council", theme="Water", date="25 November", time="15:00", venue="Second floor"
)


def a_content(workshop: Workshop | None = None, *, settings: Settings = SESSION) -> Content:
    """Rosters of two groups as a search left them."""
    outcome = an_outcome(workshop or a_head_count_list(), settings=settings)
    return Content(found=outcome, outcome=outcome)


def with_moves(content: Content, moves: Sequence[HandMove]) -> Content:
    """The content after changes by hand."""
    return replace(content, outcome=moved(board_of(content), moves, content.reference))


def with_pin(content: Content, delegation: str, group: int) -> Content:
    """The content with a delegation pinned in a group, by the index of the group."""
    outcome = board_of(content)
    party = Party(delegation=DelegationId(delegation))
    row = RuleRow(kind="in", who=delegation, note=PINNED)
    rule = EventRule(kind="in", row=row, who=(party,), groups=(group,))
    return replace(content, outcome=replace(outcome, plan=outcome.plan.with_rules((rule,))))


def with_changes(
    content: Content, *, delegation: str = "France", frontier: tuple[Point, ...] = ()
) -> Content:
    """The content as a re-balance that moved two of a delegation and took in one from Fiji."""
    changes = Changes(
        stayed=15,
        moved=(Move(delegation=delegation, people=2, origin="Group 1", target="Group 2"),),
        joined=(Move(delegation="Fiji", people=1, target="Group 1"),),
        left=(Move(delegation="Kenya", people=1, origin="Group 2"),),
        frontier=frontier,
    )
    return replace(content, outcome=replace(board_of(content), changes=changes))


def board_of(content: Content) -> Outcome:
    """The rosters of a content that has some."""
    assert content.outcome is not None
    return content.outcome


def rooms(*capacities: int) -> tuple[Group, ...]:
    """Groups with a room each and what it holds, in people."""
    return tuple(
        Group(name=f"Group {number}", room=f"Room {number}", capacity=capacity)
        for number, capacity in enumerate(capacities, start=1)
    )


def a_revision(content: Content, *, kind: str = "moved", number: int = 4) -> Revision:
    """A revision that somebody made."""
    return Revision(
        number=number,
        who="Amina",
        when="2026-11-23T09:30:00+00:00",
        kind=kind,
        what="Kenya to Group 2.",
        content=content,
        undoes=number - 1,
    )
