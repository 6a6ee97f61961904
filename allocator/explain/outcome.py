"""An outcome in words and small tables, the same for terminal, page and workbook."""

from collections.abc import Sequence
from dataclasses import dataclass

from allocator.allocation import Outcome, Score
from allocator.language import LANGUAGES, catalogue, form, word
from allocator.planning.office_holders import printed
from allocator.text import Text, Word, joined, say, told

#: The ending of the goals that balance people, among them one per balanced column.
PEOPLE_GOAL = ".delegates"
#: Up to so many groups the headline gives each size; beyond, the smallest and the largest.
MOST_SIZES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One group as tables show it. Counts are in people (``delegates``) and delegations."""

    name: str
    room: str
    chair: str
    rapporteur: str
    capacity: int | None
    delegates: int
    delegations: int
    small_delegations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """One goal as tables show it: ``value`` reached and ``bound`` proven, both in ``unit``.

    ``name`` is the program's name of the goal, ``title``, ``unit``, ``verdict`` and ``sentence``
    are in the reader's language. ``unit`` agrees in number with ``value``.
    """

    name: str
    title: str
    value: int
    bound: int
    limit: int
    unit: str
    verdict: str
    sentence: str


def language_of(outcome: Outcome) -> str:
    """The language of a meeting's rosters: as set, else that of its list, else English."""
    workshop = outcome.workshop
    wanted = (workshop.settings.language, workshop.language)
    return next((code for code in wanted if code in LANGUAGES), LANGUAGES[0])


def group_rows(outcome: Outcome) -> tuple[GroupRow, ...]:
    """The groups with their rooms, officers and sizes, in the plan's order."""
    return tuple(
        GroupRow(
            name=group.name,
            room=group.room,
            chair=group.chair,
            rapporteur=group.rapporteur,
            capacity=group.capacity,
            delegates=count.delegates,
            delegations=count.delegations,
            small_delegations=count.small_delegations,
        )
        for group, count in zip(printed(outcome), outcome.counts(), strict=True)
    )


def balance_rows(outcome: Outcome, language: str) -> tuple[BalanceRow, ...]:
    """Every goal with its value, its proven bound and a sentence, in priority order."""
    by_share, best = _rooms_differ(outcome), _with_more_moves(outcome)
    return tuple(
        BalanceRow(
            name=score.name,
            title=goal_title(score.name, language),
            value=score.value,
            bound=score.bound,
            limit=score.limit,
            unit=unit_word(score.unit, score.value, language),
            verdict=word(language, f"verdicts.{_verdict(score, best.get(score.name))}"),
            sentence=_sentence(score, language, by_share=by_share, best=best.get(score.name)),
        )
        for score in outcome.scores
    )


def headline(outcome: Outcome, language: str) -> str:
    """The result in one sentence: ``3 groups of 42, 42 and 41 people; no better split ...``."""
    groups = word(
        language,
        "headline.one" if outcome.plan.k == 1 else "headline.many",
        count=outcome.plan.k,
        sizes=_sizes([count.delegates for count in outcome.counts()], language),
    )
    proven = "proven" if outcome.session(1).status == "optimal" else "open"
    if proven == "proven" and _with_more_moves(outcome):
        proven = "few_moves" if outcome.moves else "nobody_moves"
    elif proven == "proven" and outcome.meetings and not outcome.meetings.proven:
        proven = "meetings_open"
    key = "stopped" if outcome.stopped and proven == "open" else proven
    return word(language, f"headline.{key}", groups=groups)


def goal_title(name: str, language: str) -> str:
    """What a goal is called: ``region.delegations`` is ``Regions: delegations``."""
    key = name.replace(".", "_")
    if key in catalogue(language)["goals"] and key != "column_delegates":
        return word(language, f"goals.{key}")
    return word(language, "goals.column_delegates", column=_column(name, language))


def unit_word(unit: str, amount: int, language: str) -> str:
    """The unit (``people`` or ``delegations``) as it follows the amount.

    A language may have further forms, such as ``people_3_10``: for numbers that end in 3 to 10.
    """
    if form(language, amount) == 0:
        return word(language, f"units.{unit}_one")
    forms = (key.rsplit("_", 2) for key in catalogue(language)["units"] if key.count("_") > 1)
    for name, first, last in forms:
        if name == unit and int(first) <= amount % 100 <= int(last):
            return word(language, f"units.{unit}_{first}_{last}")
    return word(language, f"units.{unit}")


def counted(amount: int, unit: str, language: str) -> str:
    """An amount with its unit (``people`` or ``delegations``): ``1 person``, ``3 people``."""
    return f"{amount} {unit_word(unit, amount, language)}"


def title_of(goal: str) -> Text:
    """What a goal is called, as part of a sentence in any language."""
    key = goal.replace(".", "_")
    if key in catalogue("en")["goals"] and key != "column_delegates":
        return Word(f"goals.{key}")
    column = goal.removesuffix(PEOPLE_GOAL)
    known = column in catalogue("en")["headings"]
    heading = Word(f"headings.{column}") if known else column
    return Word("goals.column_delegates", {"column": heading})


def amount_of(amount: int, unit: str) -> Text:
    """An amount with its unit, as part of a sentence in any language."""
    match unit:
        case "delegations":
            return say("{amount} {amount:delegation|delegations}", amount=amount)
        case "offices":
            return say("{amount} {amount:office|offices}", amount=amount)
        case "pairs":
            return say("{amount} {amount:pair|pairs}", amount=amount)
        case _:
            return say("{amount} {amount:person|people}", amount=amount)


def region_label(label: str, language: str) -> str:
    """A region as the language calls it; a label of the list's own stays as it is."""
    return catalogue(language)["regions"].get(label, label)


def _column(name: str, language: str) -> str:
    """The balanced column in a goal's name (it may hold dots), as rosters head it."""
    column = name.removesuffix(PEOPLE_GOAL)
    return catalogue(language)["headings"].get(column, column)


def _with_more_moves(outcome: Outcome) -> dict[str, int]:
    """Goal name -> value of the best roster possible, where it is better than this one."""
    best = dict(outcome.frontier[-1].goals) if outcome.frontier else {}
    reached = {score.name: score.value for score in outcome.goals}
    return {name: value for name, value in best.items() if value < reached.get(name, value)}


def _verdict(score: Score, best: int | None) -> str:
    if not score.proven:
        return "open"
    if best is not None:
        return "few_moves"
    return "held" if score.value > score.limit else "best"


def _sentence(score: Score, language: str, *, by_share: bool, best: int | None) -> str:
    """What the value means, and why it is no smaller."""
    key = score.name.replace(".", "_")
    if key == "size" and by_share:
        key = "share"
    elif f"{key}_same" not in catalogue(language)["sentences"]:
        key = "column_delegates"
    meaning = word(
        language,
        f"sentences.{key}_differ" if score.value else f"sentences.{key}_same",
        amount=counted(score.value, score.unit, language),
        column=_column(score.name, language),
    )
    why = word(
        language,
        f"verdicts.{_verdict(score, best)}_why",
        value=score.value,
        best=best,
        bound=score.bound,
        limit=score.limit,
    )
    return f"{meaning} {why}"


def _rooms_differ(outcome: Outcome) -> bool:
    """Whether the size goal counts from shares of the capacity, so that sizes alone mislead."""
    sizes = [count.delegates for count in outcome.counts()]
    size = next((score for score in outcome.goals if score.name == "size"), None)
    return size is not None and max(sizes) - min(sizes) != size.value


def _sizes(sizes: Sequence[int], language: str) -> str:
    """The sizes of the groups as a phrase that ends in ``people``."""
    if len(sizes) == 1 or (len(sizes) > MOST_SIZES and min(sizes) == max(sizes)):
        return counted(sizes[0], "people", language)
    if len(sizes) > MOST_SIZES:
        phrase = word(language, "headline.range", least=min(sizes), most=max(sizes))
    else:
        before = told(joined(", ", sizes[:-1]), language)
        phrase = word(language, "headline.and", before=before, last=sizes[-1])
    # The unit belongs to several numbers, and agrees with the one that it follows.
    last = max(sizes) if len(sizes) > MOST_SIZES else sizes[-1]
    return f"{phrase} {unit_word('people', max(last, 2), language)}"
