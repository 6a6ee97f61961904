"""Changes that would let demands hold together, each tried by solving again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from allocator.event_rules import Appointment, EventRule
from allocator.interpretation import languages_in
from allocator.model.counts import Form
from allocator.model.problem import Problem
from allocator.offices import Office
from allocator.plan import LANGUAGE, Plan
from allocator.published.seats import NOBODY, Published
from allocator.settings import Seating
from allocator.solve.conflict import Conflict, question
from allocator.solve.demands import Demand, with_group
from allocator.solve.search import Impossible, NotFound
from allocator.text import say
from allocator.workshop import Workshop

#: What kinds of change weigh beside a change of numbers: the later, the heavier.
NUMBER, LANGUAGES, SEATING, REMOVAL = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A change: what to do, the workshop and plan after it, and how much it changes.

    ``weight`` is the kind of change, and for numbers the difference in people.
    """

    sentence: str
    workshop: Workshop
    plan: Plan
    weight: tuple[int, int]


class Remedies:
    """Finds the changes of one demand that settle its conflict."""

    def __init__(self, conflict: Conflict, published: Published = NOBODY) -> None:
        """``conflict`` answers whether a plan has a roster."""
        self._conflict = conflict
        self._published = published

    def working(
        self, core: tuple[Demand, ...], workshop: Workshop, plan: Plan
    ) -> tuple[Remedy, ...]:
        """The changes of one demand after which a roster is known to exist, the smallest first."""
        remedies = [each for demand in core for each in self._of(demand, workshop, plan)]
        working = [each for each in remedies if self._works(each)]
        return tuple(sorted(working, key=lambda remedy: remedy.weight))

    def _works(self, remedy: Remedy) -> bool:
        return self._conflict.is_possible(remedy.workshop, remedy.plan)

    def _of(self, demand: Demand, workshop: Workshop, plan: Plan) -> Iterator[Remedy]:
        match demand.about:
            case EventRule() as rule:
                yield from self._of_rule(demand, rule, workshop, plan)
            case int() as index if demand.kind == "capacity":
                yield from self._larger_room(demand, index, workshop, plan)
            case int() as index:
                yield from _more_languages(index, workshop, plan)
            case Appointment() | tuple():
                yield _without_office(demand, workshop, plan)
            case _:
                yield _other_seating(demand, workshop, plan)

    def _of_rule(
        self, demand: Demand, rule: EventRule, workshop: Workshop, plan: Plan
    ) -> Iterator[Remedy]:
        """Another number, where it counts people; else without the rule."""
        without = demand.without(plan)
        if rule.counts:
            number = self._nearest(rule, workshop, plan, without)
            if number:  # with 0 there is no rule left
                other = replace(rule, number=number)
                rules = tuple(other if each == rule else each for each in plan.rules)
                yield Remedy(
                    sentence=_other_number(demand, rule.number, number),
                    workshop=workshop,
                    plan=replace(plan, rules=rules),
                    weight=(NUMBER, abs(number - rule.number)),
                )
        yield Remedy(
            sentence=say("Remove the rule {rule}.", rule=_placed(demand)),
            workshop=workshop,
            plan=without,
            weight=(REMOVAL, 0),
        )

    def _nearest(
        self, rule: EventRule, workshop: Workshop, plan: Plan, without: Plan
    ) -> int | None:
        """The number nearest to that of a rule with which everything else holds."""
        # The rule counts the same people in a problem that asks for nobody.
        lax = replace(rule, number=0 if rule.kind == "at least" else workshop.head_count)
        problem = Problem(workshop, replace(without, rules=(*without.rules, lax)), self._published)
        people = problem.seats.counted(lax, problem.plan)
        forms = [people.forms[index] for index in rule.groups or range(plan.k)]
        if rule.kind == "at least":
            lack = self._least(problem, [form.times(-1) + Form(rule.number) for form in forms])
            return None if lack is None else rule.number - lack
        excess = self._least(problem, [form + Form(-rule.number) for form in forms])
        return None if excess is None else rule.number + excess

    def _larger_room(
        self, demand: Demand, index: int, workshop: Workshop, plan: Plan
    ) -> Iterator[Remedy]:
        group = plan.groups[index]
        capacity = group.capacity or 0
        problem = Problem(workshop, demand.without(plan), self._published)
        people = problem.seats.people().forms[index]
        excess = self._least(problem, [people + Form(-capacity)])
        if excess:
            room = replace(group, capacity=capacity + excess)
            yield Remedy(
                sentence=say(
                    "Raise the capacity of {group} from {capacity} to {more}.",
                    group=group.name,
                    capacity=capacity,
                    more=capacity + excess,
                ),
                workshop=workshop,
                plan=with_group(plan, index, room),
                weight=(NUMBER, excess),
            )

    def _least(self, problem: Problem, forms: list[Form]) -> int | None:
        """The least that the largest of some forms comes to, above 0; ``None`` when unknown."""
        model = problem.model()
        most = problem.workshop.head_count
        worst = model.cp.new_int_var(0, most, "worst")
        for form in forms:
            model.cp.add(model.expression(form) <= worst)
        model.cp.minimize(worst)
        search = self._conflict.searching(problem.plan)
        try:
            return search.solve(model, question(search)).value
        except (Impossible, NotFound):
            return None


def _other_number(demand: Demand, number: int, other: int) -> str:
    if other < number:
        return say(
            "Lower the number {number} to {other} in {rule}.",
            number=number,
            other=other,
            rule=_placed(demand),
        )
    return say(
        "Raise the number {number} to {other} in {rule}.",
        number=number,
        other=other,
        rule=_placed(demand),
    )


def _placed(demand: Demand) -> str:
    """A rule between quotation marks, with its place behind."""
    rule = say('"{rule}"', rule=demand.sentence)
    if not str(demand.place):
        return rule
    return say("{rule} ({place})", rule=rule, place=str(demand.place))


def _without_office(demand: Demand, workshop: Workshop, plan: Plan) -> Remedy:
    """Nobody is bound to an office."""
    if isinstance(demand.about, Appointment):
        group = plan.groups[demand.about.group].name
        if demand.about.office is Office.CHAIR:
            sentence = say(
                "Empty the cell of the chair of {group} in the sheet Groups.", group=group
            )
        else:
            sentence = say(
                "Empty the cell of the rapporteur of {group} in the sheet Groups.", group=group
            )
    else:
        sentence = say("Take out the word must in the column Role.")
    return Remedy(
        sentence=sentence, workshop=workshop, plan=demand.without(plan), weight=(REMOVAL, 0)
    )


def _more_languages(index: int, workshop: Workshop, plan: Plan) -> Iterator[Remedy]:
    """A further language in a group."""
    group = plan.groups[index]
    for code in sorted(_followed(workshop) - set(group.languages)):
        more = replace(group, languages=(*group.languages, code))
        yield Remedy(
            sentence=say("Offer {language} in {group} too.", language=code, group=group.name),
            workshop=workshop,
            plan=with_group(plan, index, more),
            weight=(LANGUAGES, 0),
        )


def _followed(workshop: Workshop) -> set[str]:
    """The languages that anybody follows."""
    traits = [each.traits for each in workshop.delegations]
    traits += [each.traits for those in workshop.delegations for each in those.delegates]
    return {code for each in traits for code in languages_in(each.get(LANGUAGE, ""))}


def _other_seating(demand: Demand, workshop: Workshop, plan: Plan) -> Remedy:
    """The other seating for a delegation."""
    delegation = next(each for each in workshop.delegations if each.id == demand.about)
    seating = Seating.SPREAD if demand.kind == "whole" else Seating.WHOLE
    changed = replace(delegation, seating=seating)
    delegations = (changed if each is delegation else each for each in workshop.delegations)
    return Remedy(
        sentence=_written(seating, delegation.name),
        workshop=replace(workshop, delegations=tuple(delegations)),
        plan=plan,
        weight=(SEATING, delegation.head_count),
    )


def _written(seating: Seating, name: str) -> str:
    if seating is Seating.SPREAD:
        return say("Write spread for {name} in the column Seating of the list.", name=name)
    return say("Write whole for {name} in the column Seating of the list.", name=name)
