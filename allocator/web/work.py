"""What a search makes of a workshop's content: rosters, the next version, suggestions, answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from allocator.allocation import Outcome
from allocator.by_hand import HandMove, Reference, recounted
from allocator.changes import Move
from allocator.errors import ListRefused, UsageProblem
from allocator.explain import whereabouts_lines
from allocator.file_names import file_name
from allocator.group_numbers import is_choice
from allocator.intake import settings_in
from allocator.plan import TIME_LIMIT
from allocator.planning.defaults import plan_for, plan_of, require_people
from allocator.settings import Settings
from allocator.state_names import under
from allocator.succession.successor import next_plan, next_workshop
from allocator.text import say
from allocator.web.jobs import Job
from allocator.web.refusals import NotYet
from allocator.web.revision import PAGE, Content, as_said, now
from allocator.workshop import Workshop

#: Numbers of moves that suggestions are made for.
MOST_SUGGESTED = 3
#: Seconds that the answer for each group may take, and the longest search.
PATIENCE, LONGEST_SEARCH = 10.0, 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Moves after which the balance is better: goal -> value, and who moves."""

    moves: int
    goals: Mapping[str, int]
    steps: tuple[Move, ...]


def said_settings(said: Mapping[str, Any]) -> Settings:
    """The settings of the page; searches of the page have a limit of time, and one thread.

    Raises:
        ListRefused: E-SETTING and E-RULE, with every value that cannot be.
    """
    return settings_in(said, PAGE)


def limited(settings: Settings) -> Settings:
    """The settings with what one search may cost on a server that others use too."""
    seconds = min(settings.time_limit or TIME_LIMIT, LONGEST_SEARCH)
    return replace(settings, workers=1, time_limit=seconds)


def listed(content: Content) -> Workshop:
    """Whoever takes part, with what the page says above what the list's own sheets say.

    Raises:
        NotYet: when there is no list that can be read.
    """
    workshop = content.workshop
    if workshop is None:
        message = say("there is no list that can be read yet. Mend what the list step shows.")
        raise NotYet(message)
    decided = under(workshop, said_settings(content.said))
    return replace(decided, settings=limited(decided.settings))


def allocated(content: Content, job: Job) -> Content:
    """The best rosters of whoever takes part, under the settings.

    Raises:
        AllocatorError: as planning and searching do.
    """
    from allocator.solve.several import answered  # noqa: PLC0415 - loads ortools

    outcome, choice = answered(listed(content), plan_of, job)
    version = content.version + 1
    content = replace(content, choice=choice, published=None, published_file=b"", version=version)
    return with_found(content, replace(outcome, version=version))


def rebalanced(content: Content, max_moves: int | None, job: Job) -> Content:
    """The next version of the published rosters for the late list.

    Raises:
        AllocatorError: as pairing, planning and searching do.
    """
    from allocator.solve import Choice, rebalance_plan  # noqa: PLC0415 - loads ortools

    before, workshop = content.published, listed_late(content)
    if before is None:
        message = say("there are no rosters yet that could be re-balanced. Allocate first.")
        raise NotYet(message)
    said = said_settings(content.said)
    if is_choice(said):
        # The number was chosen when the rosters were made.
        said = replace(said, groups=None)
    following = next_workshop(before, workshop, said, late=content.adds)
    following = replace(following, settings=limited(following.settings))
    plan = require_people(next_plan(following), following)
    outcome = rebalance_plan(before, following, plan, Choice(max_moves=max_moves), job)
    rules = [as_said(row) for row in outcome.workshop.settings.rules or ()]
    content = replace(
        content,
        choice=None,
        follows_rosters=True,
        # Rules about those who left are no more.
        said={**content.said, "rule": rules} if rules or "rule" in content.said else content.said,
        version=max(content.version, outcome.version),
    )
    return with_found(content, outcome)


def opened(content: Content, outcome: Outcome, file: bytes) -> Content:
    """The content with rosters that were opened, counted as they are."""
    recount = recounted(outcome, outcome.allocation, Reference(found=outcome))
    recount = replace(recount, stopped=outcome.stopped)
    return replace(content, found=recount, found_file=file, outcome=recount)


def with_found(content: Content, outcome: Outcome) -> Content:
    """The content with rosters that were searched for, and their workbook."""
    from allocator.rosters import rosters_file  # noqa: PLC0415 - openpyxl

    stamp = now()
    file = rosters_file(outcome, stamp=datetime.fromisoformat(stamp))
    return replace(content, found=outcome, found_file=file, outcome=outcome, stamp=stamp)


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
        NotYet: when there are several sessions.
        AllocatorError: as searching does.
    """
    from allocator.solve import Choice, rebalance_plan  # noqa: PLC0415 - loads ortools

    outcome = on_board(content)
    if outcome.sessions:
        message = say("rosters of several sessions cannot be changed by hand.")
        raise NotYet(message)
    # The groups are those on the board, whatever the settings would choose.
    settings = replace(
        outcome.workshop.settings, groups=outcome.plan.k, group_table=outcome.plan.groups
    )
    plan = plan_for(outcome.workshop, limited(settings), seating=True)
    found: list[Suggestion] = []
    for most in range(1, MOST_SUGGESTED + 1):
        choice = Choice(max_moves=most, between=0)
        after = rebalance_plan(outcome, outcome.workshop, plan, choice, job)
        goals = {score.name: score.value for score in after.goals}
        steps = after.moves
        moves = sum(step.people for step in steps)
        if moves and moves not in [each.moves for each in found]:
            found.append(Suggestion(moves=moves, goals=goals, steps=steps))
        if job.is_stopping:
            break
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
        message = say("there are no rosters yet. Allocate first.")
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
            message = say(
                "{delegation} is no longer on the board. Ask for suggestions again.",
                delegation=step.delegation,
            )
            raise UsageProblem(message)
        yield HandMove(
            delegation=by_name[step.delegation],
            delegate=step.delegate,  # type: ignore[arg-type] # an identity, as text
            people=step.people,
            origin=groups[step.origin],
            target=groups[step.target],
        )


def workbook_of(content: Content) -> bytes:
    """The rosters workbook of the board: the same bytes whenever it is asked for."""
    from allocator.rosters import rosters_file  # noqa: PLC0415 - openpyxl

    outcome = on_board(content)
    if outcome is content.found:
        return content.found_file
    return rosters_file(outcome, stamp=datetime.fromisoformat(content.stamp))


def published(content: Content) -> tuple[Outcome, bytes]:
    """The rosters on the board as the workbook that was downloaded has them, and that workbook."""
    from allocator.rosters import read_rosters_file  # noqa: PLC0415 - openpyxl

    file = workbook_of(content)
    return read_rosters_file(file, file_name(on_board(content), content.stamp)), file
