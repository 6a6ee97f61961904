"""Answers to "why": where else somebody could sit, and what holds a goal above its limit."""

from collections.abc import Iterator
from dataclasses import dataclass

from allocator.allocation import Outcome, Score
from allocator.explain.outcome import amount_of, title_of
from allocator.findings import Finding
from allocator.text import Text, joined, say


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
        say("{people} in {group}", people=amount_of(people, "people"), group=name)
        for name, people in zip(names, found.seats, strict=True)
        if people
    ]
    first = say("{name}: {seats}.", name=found.name, seats=joined(", ", seats))
    if found.fixed:
        return (first, found.fixed)
    sentences = tuple(elsewhere_sentence(outcome, other) for other in found.others)
    if not outcome.sessions:
        return (first, *sentences)
    others = say("This is session 1; the other sessions and who meets whom are not looked at.")
    return (first, others, *sentences)


def elsewhere_sentence(outcome: Outcome, other: Elsewhere) -> str:
    """What would be if somebody sat in another group: ``In Group 1 instead: sizes 43/38/40``."""
    return say("{there} instead: {what}", there=_there(other), what=_instead(outcome, other))


def _there(other: Elsewhere) -> Text:
    if other.people:
        return say("With {people} in {group}", people=other.people, group=other.group)
    return say("In {group}", group=other.group)


def _instead(outcome: Outcome, other: Elsewhere) -> Text:
    """What would be then."""
    if other.forbidden:
        rules = joined("; ", map(_placed, other.forbidden))
        return say("not possible. {rules}.", rules=rules)
    if not other.goals:
        return say("no answer was found in the time given.")
    if found := _differences(outcome, other):
        return joined("", (joined("; ", [*_moves(other), *found]), "."))
    as_good = joined("; ", [*_moves(other), say("just as good.")])
    # What a re-balance or a hand kept in its place was not drawn.
    if outcome.changes is not None or outcome.edits:
        return as_good
    return joined(" ", (as_good, say("The draw decided (seed {seed}).", seed=outcome.plan.seed)))


def _moves(other: Elsewhere) -> Iterator[Text]:
    """How many people that would move."""
    if other.moves is not None:
        people = amount_of(other.moves, "people")
        yield say("{people} would be told another group", people=people)


def _differences(outcome: Outcome, other: Elsewhere) -> list[Text]:
    """The goals that would have another value, behind the sizes where they would be others."""
    now = {score.name: score.value for score in outcome.goals}
    best = say("at best") if other.proven else say("at best so far")
    goals = [
        say(
            "{goal} {value} {best}, now {now}",
            goal=title_of(score.name),
            value=score.value,
            best=best,
            now=now[score.name],
        )
        for score in other.goals
        if score.value != now[score.name]
    ]
    sizes = "/".join(map(str, other.sizes))
    present = "/".join(str(count.delegates) for count in outcome.counts())
    if not goals or sizes == present:
        return goals
    return [say("sizes {sizes} {best}, now {now}", sizes=sizes, best=best, now=present), *goals]


def held_sentence(held: Held) -> Text:
    """Why a goal is not lower."""
    score = held.score
    title, value = title_of(score.name), amount_of(score.value, score.unit)
    if score.value <= score.limit:
        return say("{goal}: {value}, the least that arithmetic allows.", goal=title, value=value)
    above = say(
        "{goal}: {value}; arithmetic alone would allow {limit}.",
        goal=title,
        value=value,
        limit=score.limit,
    )
    return joined(" ", (above, _why(held)))


def _why(held: Held) -> Text:
    """What keeps a goal above what arithmetic allows."""
    if held.improvable:
        return say(
            "A better roster exists: this one was edited by hand, re-balanced with few moves, or "
            "not searched to the end."
        )
    if not held.known:
        return say("What keeps it there could not be proven in the time given.")
    keeping = [
        *map(title_of, held.goals),
        *(say('the rule "{rule}"', rule=sentence) for sentence in held.demands),
    ]
    if not keeping:
        return say("The list itself allows no less: no roster by the seating rules has fewer.")
    if len(keeping) == 1:
        return say("It is kept there by {what}, which comes first.", what=keeping[0])
    return say(
        "It is kept there by {what} and {last}, which come first.",
        what=joined(", ", keeping[:-1]),
        last=keeping[-1],
    )


def _placed(finding: Finding) -> Text:
    if not str(finding.place):
        return joined("", (finding.message,))
    return joined("", (finding.message, " (", str(finding.place), ")"))
