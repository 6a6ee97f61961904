"""What a search makes of a workshop's content: rosters, the next version, suggestions, answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from allocator.allocation import Outcome
from allocator.by_hand import HandMove
from allocator.changes import Move
from allocator.errors import ListRefused, UsageProblem
from allocator.explain import whereabouts_lines
from allocator.findings import Place
from allocator.intake import settings_in
from allocator.planning import plan_for, plan_of, require_people
from allocator.settings import Settings
from allocator.successor import next_plan, next_workshop
from allocator.web.jobs import Job
from allocator.web.refusals import NotYet
from allocator.web.revision import Content
from allocator.workshop import Workshop

#: Numbers of moves that suggestions are made for.
MOST_SUGGESTED = 3
#: Seconds that the answer for each group may take.
PATIENCE = 10.0
#: What the page's own settings are called in messages.
PAGE = Place(file="settings of the page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Moves after which the balance is better: goal -> value, and who moves."""

    moves: int
    goals: Mapping[str, int]
    steps: tuple[Move, ...]


def said_settings(said: Mapping[str, Any]) -> Settings:
    """The settings of the page.

    Raises:
        ListRefused: E-SETTING and E-RULE, with every value that cannot be.
    """
    return settings_in(said, PAGE)


def listed(content: Content) -> Workshop:
    """The workshop of the list, with what the page says above what its own sheets say.

    Raises:
        NotYet: when there is no list that can be read.
    """
    workshop = content.examination.workshop if content.examination else None
    if content.outcome is not None and (workshop is None or content.published is not None):
        # Rosters that were uploaded, or re-balanced since: their own list is what counts.
        workshop = content.outcome.workshop
    if workshop is None:
        message = "there is no list that can be read yet. Mend what the list step shows."
        raise NotYet(message)
    settings = said_settings(content.said).over(workshop.settings)
    return replace(workshop, settings=settings)


def allocated(content: Content, job: Job) -> Content:
    """The best rosters of the list under the settings.

    Raises:
        AllocatorError: as planning and searching do.
    """
    from allocator.solve.several import answered  # noqa: PLC0415 - loads ortools

    outcome, choice = answered(listed(content), plan_of, job)
    return replace(
        content, found=outcome, outcome=outcome, choice=choice, published=None, published_file=b""
    )


def rebalanced(content: Content, max_moves: int | None, job: Job) -> Content:
    """The next version of the published rosters for the late list.

    Raises:
        AllocatorError: as pairing, planning and searching do.
    """
    from allocator.solve import Choice, rebalance_plan  # noqa: PLC0415 - loads ortools

    before, workshop = content.published, listed_late(content)
    if before is None:
        message = "there are no rosters yet that could be re-balanced. Allocate first."
        raise NotYet(message)
    following = next_workshop(before, workshop, said_settings({}), late=content.adds)
    plan = require_people(next_plan(following), following)
    outcome = rebalance_plan(before, following, plan, Choice(max_moves=max_moves), job)
    return replace(content, found=outcome, outcome=outcome, choice=None)


def listed_late(content: Content) -> Workshop:
    """The list of the re-balance.

    Raises:
        ListRefused: with its problems, when it cannot be read.
    """
    examination = content.late_examination
    if examination is None or examination.workshop is None:
        raise ListRefused(examination.errors if examination else ())
    return examination.workshop


def suggested(content: Content, job: Job) -> tuple[Suggestion, ...]:
    """The best that one, two and three moves would give, each proven, where it is any better.

    Raises:
        AllocatorError: as searching does.
    """
    from allocator.solve import Choice, rebalance_plan  # noqa: PLC0415 - loads ortools

    outcome = on_board(content)
    plan = plan_for(outcome.workshop, outcome.workshop.settings, seating=True)
    found: list[Suggestion] = []
    for most in range(1, MOST_SUGGESTED + 1):
        choice = Choice(max_moves=most, between=0)
        after = rebalance_plan(outcome, outcome.workshop, plan, choice, job)
        goals = {score.name: score.value for score in after.goals}
        steps = after.moves
        moves = sum(step.people for step in steps)
        if moves and moves not in [each.moves for each in found]:
            found.append(Suggestion(moves=moves, goals=goals, steps=steps))
    return tuple(found)


def why(content: Content, who: str, job: Job) -> tuple[str, ...]:
    """Why somebody sits there: what every other group would give, a line for each.

    Raises:
        AllocatorError: when nobody is called so, or searching fails.
    """
    from allocator.solve.elsewhere import whereabouts  # noqa: PLC0415 - loads ortools

    outcome = on_board(content)
    return whereabouts_lines(outcome, whereabouts(outcome, who, time_limit=PATIENCE, watch=job))


def on_board(content: Content) -> Outcome:
    """The rosters on the board.

    Raises:
        NotYet: when there are none.
    """
    if content.outcome is None:
        message = "there are no rosters yet. Allocate first."
        raise NotYet(message)
    return content.outcome


def hand_moves(outcome: Outcome, steps: tuple[Move, ...]) -> Iterator[HandMove]:
    """The moves of a suggestion on the board it was made for.

    Raises:
        UsageProblem: when a name is no longer there.
    """
    by_name = {each.name: each.id for each in outcome.workshop.delegations}
    groups = {group.name: index for index, group in enumerate(outcome.plan.groups)}
    for step in steps:
        if step.delegation not in by_name:
            message = f"{step.delegation} is no longer on the board. Ask for suggestions again."
            raise UsageProblem(message)
        yield HandMove(
            delegation=by_name[step.delegation],
            delegate=step.delegate,  # type: ignore[arg-type] # an identity, as text
            people=step.people,
            origin=groups[step.origin],
            target=groups[step.target],
        )


def published(content: Content, stamp: str) -> tuple[Outcome, bytes]:
    """The rosters on the board as the workbook that was downloaded has them, and that workbook."""
    from allocator.rosters import read_rosters_file, rosters_file  # noqa: PLC0415 - openpyxl

    outcome = on_board(content)
    if outcome is content.found and outcome.source.sha256 and content.listing:
        return outcome, content.listing.upload.content
    file = rosters_file(outcome, stamp=stamped(stamp))
    return read_rosters_file(file, file_name(outcome, stamp)), file


def stamped(when: str) -> datetime:
    """The moment of a revision, which every workbook made of it carries."""
    return datetime.fromisoformat(when)


def file_name(outcome: Outcome, stamp: str) -> str:
    """What a downloaded workbook is called: ``MEETING_rosters_v3_2026-11-23.xlsx``."""
    meeting = outcome.workshop.settings.meeting or ""
    words = "".join(each if each.isalnum() else " " for each in meeting).split()
    parts = ["-".join(words)[:60], "rosters", f"v{outcome.version}", stamp[:10]]
    return "_".join(part for part in parts if part) + ".xlsx"
