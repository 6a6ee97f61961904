"""Answers to "why": where else somebody could sit, and what holds a goal above its limit."""

from collections.abc import Sequence
from dataclasses import dataclass

from allocator.allocation import Outcome, Score
from allocator.explain.outcome import counted, goal_title
from allocator.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The best roster with somebody in another group.

    ``goals`` and ``sizes`` (people per group) are empty where ``forbidden`` names what forbids it.
    ``proven``: no better roster exists with somebody there. ``people`` says how many of a spread
    delegation would sit there, 0 where all do. ``moves`` are the people who would have to be told
    another group, ``None`` for rosters that were never re-balanced, whose people are told nothing
    yet.
    """

    group: str
    people: int = 0
    moves: int | None = None
    goals: tuple[Score, ...] = ()
    sizes: tuple[int, ...] = ()
    forbidden: tuple[Finding, ...] = ()
    proven: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a delegation or delegate sits, and what each other group would give.

    ``seats`` are the people per group. ``fixed`` says why no other seats are possible at all, empty
    where some are.
    """

    name: str
    seats: tuple[int, ...]
    others: tuple[Elsewhere, ...]
    fixed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What keeps a goal at its value: higher goals by name, and demands as sentences.

    Both are empty when the value is the arithmetic limit, when a better roster is known
    (``improvable``), or when ``known`` and the list itself allows no less. ``known`` is untrue
    where the reason was not proven in time.
    """

    score: Score
    goals: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    improvable: bool = False
    known: bool = True


def whereabouts_lines(outcome: Outcome, found: Whereabouts) -> tuple[str, ...]:
    """The answer for one delegation or delegate, a line for the seats and one for each group."""
    names = [group.name for group in outcome.plan.groups]
    seats = [
        f"{counted(people, 'people', 'en')} in {name}"
        for name, people in zip(names, found.seats, strict=True)
        if people
    ]
    first = f"{found.name}: {', '.join(seats)}."
    if found.fixed:
        return (first, found.fixed)
    sentences = tuple(elsewhere_sentence(outcome, other) for other in found.others)
    if not outcome.sessions:
        return (first, *sentences)
    others = "This is session 1; the other sessions and who meets whom are not looked at."
    return (first, others, *sentences)


def elsewhere_sentence(outcome: Outcome, other: Elsewhere) -> str:
    """What would be if somebody sat in another group: ``In Group 1 instead: sizes 43/38/40``."""
    there = f"With {other.people} in {other.group}" if other.people else f"In {other.group}"
    if other.forbidden:
        rules = "; ".join(_placed(finding) for finding in other.forbidden)
        return f"{there} instead: not possible. {rules}."
    if not other.goals:
        return f"{there} instead: no answer was found in the time given."
    now = {score.name: score.value for score in outcome.goals}
    differing = [score for score in other.goals if score.value != now[score.name]]
    if not differing:
        # What a re-balance or a hand kept in its place was not drawn.
        is_drawn = outcome.changes is None and not outcome.edits
        why = f" The draw decided (seed {outcome.plan.seed})." if is_drawn else ""
        return f"{there} instead: {_with_moves(other)}just as good.{why}"
    best = "at best" if other.proven else "at best so far"
    changes = "; ".join(
        f"{goal_title(score.name, 'en')} {score.value} {best}, now {now[score.name]}"
        for score in differing
    )
    sizes = "/".join(map(str, other.sizes))
    present = "/".join(str(count.delegates) for count in outcome.counts())
    told = f"sizes {sizes} {best}, now {present}; " if sizes != present else ""
    return f"{there} instead: {_with_moves(other)}{told}{changes}."


def _with_moves(other: Elsewhere) -> str:
    """How many people that would move."""
    if other.moves is None:
        return ""
    return f"{counted(other.moves, 'people', 'en')} would be told another group; "


def held_sentence(held: Held) -> str:
    """Why a goal is not lower."""
    score = held.score
    title, value = goal_title(score.name, "en"), counted(score.value, score.unit, "en")
    if score.value <= score.limit:
        return f"{title}: {value}, the least that arithmetic allows."
    above = f"{title}: {value}; arithmetic alone would allow {score.limit}."
    if held.improvable:
        return (
            f"{above} A better roster exists: this one was edited by hand, re-balanced with few "
            "moves, or not searched to the end."
        )
    if not held.known:
        return f"{above} What keeps it there could not be proven in the time given."
    keeping = [
        *(goal_title(name, "en") for name in held.goals),
        *(f'the rule "{sentence}"' for sentence in held.demands),
    ]
    if not keeping:
        return f"{above} The list itself allows no less: no roster by the seating rules has fewer."
    come = "comes" if len(keeping) == 1 else "come"
    return f"{above} It is kept there by {_phrase(keeping)}, which {come} first."


def _placed(finding: Finding) -> str:
    where = f" ({finding.place})" if str(finding.place) else ""
    return f"{finding.message}{where}"


def _phrase(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
