"""Several numbers of groups side by side: what each gives, what it costs, and which was taken."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from allocator.allocation import Outcome
from allocator.alternatives import Alternative, Alternatives
from allocator.errors import ListRefused
from allocator.explain.outcome import goal_title
from allocator.group_numbers import largest_group
from allocator.language import word
from allocator.text import joined, told

#: Up to so many groups a cell gives each number; beyond, the smallest and the largest.
MOST_SIZES = 3
#: What a cell says where there is no roster.
NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeColumn:
    """One number of groups: ``title`` in the reader's language, ``taken`` for that of the roster.

    ``refusal`` is the reason why it is not possible, in one or more sentences; else empty.
    """

    number: int
    title: str
    taken: bool
    refusal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeRow:
    """One line of the comparison, with a cell per column.

    ``name`` is the program's name of the line; for a goal (``is_goal``) that of the goal, and the
    cells are its value with the best possible in brackets.
    """

    name: str
    title: str
    cells: tuple[str, ...]
    is_goal: bool = False


def alternative_columns(choice: Alternatives, language: str) -> tuple[AlternativeColumn, ...]:
    """The numbers of groups that were tried, ascending."""
    return tuple(
        AlternativeColumn(
            number=each.number,
            title=_groups(each.number, language),
            taken=each.number == choice.taken.plan.k,
            refusal="" if each.is_possible else told(_reason(each), language),
        )
        for each in choice.tried
    )


def alternative_rows(choice: Alternatives, language: str) -> tuple[AlternativeRow, ...]:
    """What each number gives and costs, then its goals in order of priority, then the proof."""
    goals = (
        AlternativeRow(
            name=score.name,
            title=goal_title(score.name, language),
            cells=_cells(choice, partial(_reached, goal=score.name)),
            is_goal=True,
        )
        for score in choice.taken.goals
    )
    proof = AlternativeRow(
        name="proof",
        title=word(language, "choice.proof"),
        cells=tuple(word(language, f"choice.{_verdict(each)}") for each in choice.tried),
    )
    return (*_costs(choice, language), *goals, proof)


def why_taken(choice: Alternatives, language: str) -> str:
    """Which number was taken and why, and for each that is not possible the reason."""
    number = choice.taken.plan.k
    largest = largest_group(choice.people, number)
    sentences = [
        word(
            language,
            "choice.fits" if largest <= choice.most else "choice.too_large",
            taken=_groups(number, language),
            most=choice.most,
            largest=largest,
        )
    ]
    sentences += [
        word(
            language,
            "choice.refused",
            groups=_groups(each.number, language),
            reason=told(_reason(each), language),
        )
        for each in choice.impossible
    ]
    return " ".join(sentences)


def _costs(choice: Alternatives, language: str) -> Iterator[AlternativeRow]:
    """Sizes, small delegations, who hears one group only, and what has to be provided."""
    contents: dict[str, Callable[[Outcome], str]] = {
        "sizes": lambda outcome: _numbers([count.delegates for count in outcome.counts()]),
        "largest": lambda outcome: str(max(count.delegates for count in outcome.counts())),
        "small_per_group": lambda outcome: _numbers(
            [count.small_delegations for count in outcome.counts()]
        ),
        "one_group": lambda outcome: str(_hear_one_group(outcome)),
        "needed": lambda outcome: word(language, "choice.needed_each", count=outcome.plan.k),
    }
    for name, content in contents.items():
        title = word(language, f"choice.{name}")
        yield AlternativeRow(name=name, title=title, cells=_cells(choice, content))


def _cells(choice: Alternatives, content: Callable[[Outcome], str]) -> tuple[str, ...]:
    return tuple(content(each.outcome) if each.outcome else NOTHING for each in choice.tried)


def _groups(count: int, language: str) -> str:
    return word(language, "choice.group" if count == 1 else "choice.groups", count=count)


def _numbers(numbers: Sequence[int]) -> str:
    """One number per group: ``42, 42, 41``; of many groups the range: ``41–42``."""
    if len(numbers) > MOST_SIZES:
        least, most = min(numbers), max(numbers)
        return f"{least}–{most}" if least < most else str(most)
    return ", ".join(map(str, numbers))


def _hear_one_group(outcome: Outcome) -> int:
    """Delegations whose people all sit in the same group."""
    seats = (outcome.seats_of(each) for each in outcome.workshop.delegations)
    return sum(sum(people > 0 for people in each) == 1 for each in seats)


def _reached(outcome: Outcome, goal: str) -> str:
    """A goal's value with the best possible in brackets."""
    scores = (score for score in outcome.goals if score.name == goal)
    return next((f"{score.value} ({score.bound})" for score in scores), NOTHING)


def _reason(alternative: Alternative) -> str:
    """Why there is no roster, without codes and places."""
    if isinstance(alternative.error, ListRefused):
        return joined(" ", [finding.message for finding in alternative.error.findings])
    return alternative.error.message if alternative.error else ""


def _verdict(alternative: Alternative) -> str:
    if alternative.outcome:
        return "proven" if alternative.outcome.status == "optimal" else "open"
    return "none_found" if alternative.is_possible else "impossible"
