"""What becomes of the rules of published rosters when the list changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from allocator.allocation import Outcome
from allocator.errors import NoAllocation
from allocator.findings import Finding, quoted
from allocator.folding import fold
from allocator.model.catalog import rule_of
from allocator.model.unit import Names
from allocator.planning.naming import AmbiguousError, Directory, UnknownError
from allocator.planning.rulebook import SEPARATOR, parts_of
from allocator.remarks.rules import kind_word
from allocator.remarks.wording import named, notice, parted
from allocator.settings import Group, RuleRow
from allocator.text import Text, joined, say
from allocator.workshop import Workshop


@dataclass(slots=True)
class Succession:
    """The rules that go on, and what is told of the others.

    A rule loses those who withdrew; with nobody left to bind it ends.
    """

    rules: tuple[RuleRow, ...] = ()
    notices: list[Finding] = field(default_factory=list)


def succeeded(before: Outcome, workshop: Workshop, groups: Iterable[Group]) -> Succession:
    """The rules of a workshop's settings, as far as those whom they name are on its list.

    Raises:
        NoAllocation: when a rule speaks of a group that is no more.
    """
    rows = workshop.settings.rules or ()
    _require_groups(rows, before, {fold(group.name) for group in groups})
    old, new = Directory(before.workshop), Directory(workshop)
    result = Succession()
    for row in rows:
        kept = _without(row, list(_gone(row, old, new)))
        if kept != row:
            result.notices.append(_told(row, kept))
        if kept is not None:
            result.rules = (*result.rules, kept)
    return result


def _require_groups(rows: Iterable[RuleRow], before: Outcome, now: set[str]) -> None:
    """Refuse rules about groups that the old rosters had and the new ones have not."""
    had = {fold(group.name) for group in before.plan.groups}
    lost = [
        joined("", [str(row.place), ": ", _said(row, text)])
        for row in rows
        if rule_of(row.kind).other is Names.GROUPS
        for text in parts_of(row.other)
        if fold(text) in had - now
    ]
    if lost:
        message = say(
            "rules speak of groups that are no more: {rules}. Change these rules, or keep the "
            "groups.",
            rules=parted(lost),
        )
        raise NoAllocation(message)


def _gone(row: RuleRow, old: Directory, new: Directory) -> Iterator[str]:
    """The names of a rule that the old list had and the new one has not."""
    others = row.other if rule_of(row.kind).other is Names.PARTIES else ""
    for text in (*parts_of(row.who), *parts_of(others)):
        if not _has(new, text) and _has(old, text):
            yield text


def _has(directory: Directory, text: str) -> bool:
    """Whether a list has somebody of a name, or with a value."""
    if selection := directory.selection(text):
        return bool(selection.values)
    try:
        directory.party(text)
    except UnknownError:
        return False
    except AmbiguousError:
        return True
    return True


def _without(row: RuleRow, gone: list[str]) -> RuleRow | None:
    """The rule without some names, ``None`` when it binds nobody any more.

    Where two sides are named, a rule without one of them ends: those of the other side never had
    anything to do with each other.
    """
    if not gone:
        return row
    who = [text for text in parts_of(row.who) if text not in gone]
    other = [text for text in parts_of(row.other) if text not in gone]
    unit = rule_of(row.kind)
    pairs = unit.other is Names.PARTIES
    if pairs and not unit.two_sides and not who:
        who, other = other, []
    one_sided = unit.two_sides and bool(row.other) and not other
    if not who or one_sided or (pairs and len({*who, *other}) == 1):
        return None
    between = f"{SEPARATOR} "
    return replace(row, who=between.join(who), other=between.join(other))


def _told(row: RuleRow, kept: RuleRow | None) -> Finding:
    said = _said(row, row.other)
    if kept is None:
        message = say("the rule {rule} ends: nobody is left whom it binds.", rule=said)
    else:
        left = {*parts_of(kept.who), *parts_of(kept.other)}
        gone = [text for text in (*parts_of(row.who), *parts_of(row.other)) if text not in left]
        message = say(
            "the rule {rule} goes on without {names}.",
            rule=said,
            names=named([quoted(text) for text in gone]),
        )
    return notice("N-RULE", row.place, message)


def _said(row: RuleRow, other: str) -> Text:
    """The rule as its row says it: who, what kind, and with whom or where."""
    return joined(" ", [quoted(row.who), kind_word(row.kind), *([quoted(other)] if other else [])])
