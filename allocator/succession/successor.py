"""The workshop and the plan of the next version: published rosters, and a new or a late list."""

from dataclasses import replace

from allocator.allocation import Outcome
from allocator.errors import ListRefused, UsageProblem
from allocator.explain import language_of
from allocator.findings import Place, quoted
from allocator.group_numbers import is_choice
from allocator.pairing import enlarged
from allocator.plan import Plan
from allocator.planning.appointments import kept
from allocator.planning.defaults import columns_missing, groups_of, plan_for
from allocator.remarks.wording import error, named
from allocator.settings import Settings
from allocator.state_names import translated
from allocator.succession.new_list import about_list, lists_of, seated_as_before
from allocator.succession.rules import succeeded
from allocator.text import say
from allocator.workshop import Workshop


def next_workshop(
    before: Outcome, workshop: Workshop, said: Settings, *, late: bool = False
) -> Workshop:
    """The workshop of the next version, with the settings of the rosters.

    ``workshop`` is the whole new list, or with ``late`` only what is to be added. ``said`` is
    stronger than what the rosters say; what the list's own sheets say does not count.

    Raises:
        ListRefused: when the list gives head-counts where names are needed, or the rosters are
            those of another event.
        UsageProblem: when an option makes no sense.
        NoAllocation: when a rule speaks of a group that is no more.
    """
    _require_one_session(before)
    _require_same_shape(before, workshop, late=late)
    _require_new(before, workshop, late=late)
    settings = _settings(before, said)
    told = tuple(about_list(before, workshop, late=late))
    spoken = translated(workshop, settings.language, listed=workshop.language)
    there = translated(before.workshop, settings.language, listed=language_of(before))
    merged = enlarged(there, spoken) if late else seated_as_before(there, spoken)
    _require_same_event(before, merged)
    following = replace(merged, settings=settings)
    groups = groups_of(following, settings)
    rules = succeeded(before, following, groups)
    staff, left = kept(before, following, groups)
    settings = replace(settings, group_table=staff) if staff != groups else settings
    return replace(
        following,
        settings=replace(settings, rules=rules.rules or None),
        notices=(*told, *rules.notices, *left, *merged.notices),
    )


def next_plan(workshop: Workshop) -> Plan:
    """The plan of the next version, under the settings of its workshop.

    Raises:
        ListRefused: when the list lacks a column that the rosters balance.
        UsageProblem: when an option names what the list does not have.
    """
    missing = columns_missing(workshop, workshop.settings.balance or ())
    if missing:
        message = say(
            "the rosters balance {columns}, and the list has no such column. Add it to the list, "
            "or empty the row Balance columns in the rosters' sheet Settings.",
            columns=named([quoted(name) for name in missing]),
        )
        raise ListRefused([error("E-HEADER", Place(file=workshop.source.file), message)])
    return plan_for(workshop, workshop.settings, seating=True)


def _settings(before: Outcome, said: Settings) -> Settings:
    """What is said now, else what the rosters say; with fewer groups the first ones stay."""
    own = replace(before.workshop.settings, language=language_of(before))
    if is_choice(own) and not before.source.sha256:
        # Rosters that were never written still say that the number was left open.
        own = replace(own, groups=before.plan.k, group_table=before.plan.groups)
    settings = said.over(own)
    if said.group_table is not None:
        return replace(settings, groups=said.groups)
    if isinstance(settings.groups, int):
        return replace(settings, group_table=(settings.group_table or ())[: settings.groups])
    return settings


def _require_one_session(rosters: Outcome) -> None:
    """Refuse rosters of several sessions: each of them would move people of its own.

    Raises:
        UsageProblem: with what to do instead.
    """
    sessions = max(rosters.plan.sessions, rosters.workshop.settings.sessions or 1)
    if sessions > 1:
        message = say(
            "these are the rosters of {sessions} sessions, and a re-balance takes those of one. "
            "Allocate the new list anew with --sessions {sessions}; everybody may then have other "
            "groups than before.",
            sessions=sessions,
        )
        raise UsageProblem(message)


def _require_same_shape(before: Outcome, workshop: Workshop, *, late: bool) -> None:
    """Refuse head-counts for rosters with names, and names where nobody knows who had a seat."""
    named_before, named_now = before.workshop.names_delegates, workshop.names_delegates
    if named_before == named_now:
        return
    if not named_before and not late:
        message = say(
            "the rosters balance columns of whole delegations, and the list has a row per "
            "delegate. Give a list of head-counts, or empty the row Balance columns in the "
            "rosters' sheet Settings."
        )
        if not before.plan.balance:
            return
    elif named_before:
        message = say(
            "the list gives head-counts, and the rosters have a row per delegate. Give a list with "
            "a row per delegate."
        )
    else:
        message = say(
            "the list has a row per delegate, and the rosters give head-counts. Give a list of "
            "head-counts."
        )
    raise ListRefused([error("E-SHAPE", Place(file=workshop.source.file), message)])


def _require_new(before: Outcome, workshop: Workshop, *, late: bool) -> None:
    """Refuse to add a list that is in the rosters already: its people would come twice."""
    if late and workshop.source.sha256 and workshop.source.sha256 in lists_of(before):
        message = say(
            "this list is in the rosters already, so everybody would come twice. Add only what is "
            "new."
        )
        raise ListRefused([error("E-DUP", Place(file=workshop.source.file), message)])


def _require_same_event(before: Outcome, workshop: Workshop) -> None:
    known = {each.id for each in before.workshop.delegations}
    if known.isdisjoint(each.id for each in workshop.delegations):
        message = say(
            "none of the {number} delegations of these rosters is on the list. Give the rosters of "
            "the same event.",
            number=len(known),
        )
        raise ListRefused([error("E-ROSTER", Place(file=before.source.file), message)])
