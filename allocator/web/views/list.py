"""The step *List*: what was read, how its columns were understood, and every problem by cell."""

from typing import Any

from allocator.delegation import Delegation
from allocator.explain import region_label
from allocator.findings import Severity
from allocator.group_numbers import by_preference, is_choice
from allocator.intake.manner import fields
from allocator.settings import Settings
from allocator.text import say
from allocator.web.revision import Content
from allocator.web.views.findings import finding_views
from allocator.web.views.marks import marks_of
from allocator.workshop import Workshop

#: The columns that a list can have, as the page calls them.
FIELDS = {
    "delegation": say("Delegation"),
    "delegates": say("Number of delegates"),
    "region": say("Region"),
    "category": say("Category"),
    "seating": say("Seating"),
    "title": say("Title"),
    "first_name": say("First name"),
    "last_name": say("Last name"),
    "name": say("Name"),
    "function": say("Function"),
    "gender": say("Gender"),
    "language": say("Language"),
    "role": say("Role"),
    "email": say("E-mail"),
    "registration": say("Registration number"),
    "status": say("State of the registration"),
    "pin": say("Pinned to the group"),
    "together": say("Together with"),
    "apart": say("Apart from"),
}
#: Problems and notices that are shown one by one.
MOST_SHOWN = 200


def list_view(content: Content, language: str = "en") -> dict[str, Any]:
    """The list of a workshop.

    Keys: ``file``, ``sheet``, ``sheets`` (all of them); ``accepted`` (whether it can be allocated);
    ``counts`` with ``delegations``, ``delegates``, ``small``, ``names`` (whether people are named)
    and ``regions`` (``label``, ``letter``, ``colour``, ``delegations``, ``delegates``); ``columns``
    (``field``, ``title``, ``letter``, ``heading``, ``example``, ``chosen``: whether the visitor
    chose it) and ``headings`` (``letter``, ``heading``, ``example``) to choose from; ``errors`` and
    ``notices``, at most 200 each, with ``more_errors`` and ``more_notices``.
    """
    examination, listing = content.examination, content.listing
    findings = examination.findings if examination else ()
    workshop = workshop_of(content)
    errors = [each for each in findings if each.severity is Severity.ERROR]
    notices = [each for each in findings if each.severity is not Severity.ERROR]
    if not findings and workshop:
        notices = list(workshop.notices)
    return {
        "file": listing.upload.file if listing else (workshop.source.file if workshop else ""),
        "sheet": examination.view.sheet if examination else "",
        "sheets": list(examination.view.sheets) if examination else [],
        "accepted": workshop is not None and not errors,
        "counts": _counts(workshop, content, language) if workshop else None,
        "columns": _columns(content),
        "headings": _headings(content),
        "errors": finding_views(errors[:MOST_SHOWN]),
        "more_errors": max(0, len(errors) - MOST_SHOWN),
        "notices": finding_views(notices[:MOST_SHOWN]),
        "more_notices": max(0, len(notices) - MOST_SHOWN),
    }


def workshop_of(content: Content) -> Workshop | None:
    """The list that was read, else the one that the rosters carry; ``None`` while it is refused."""
    if content.examination is not None:
        return content.examination.workshop
    return content.outcome.workshop if content.outcome else None


def _counts(workshop: Workshop, content: Content, language: str) -> dict[str, Any]:
    marks = marks_of(sorted({each.region for each in workshop.delegations}))
    most = _small(content, workshop)
    return {
        "delegations": len(workshop.delegations),
        "delegates": workshop.head_count,
        "small": sum(each.head_count <= most for each in workshop.delegations),
        "small_most": most,
        "names": workshop.names_delegates,
        "regions": [
            {
                "label": region_label(label, language),
                "letter": mark.letter,
                "colour": mark.colour,
                **_size([each for each in workshop.delegations if each.region == label]),
            }
            for label, mark in marks.items()
        ],
    }


def _size(delegations: list[Delegation]) -> dict[str, int]:
    people = sum(each.head_count for each in delegations)
    return {"delegations": len(delegations), "delegates": people}


def _small(content: Content, workshop: Workshop) -> int:
    """The largest head-count that is small: as allocated, as said, else one less than the groups.

    Before anything is said, with the number of groups that would be tried first.
    """
    if content.outcome is not None and content.outcome.workshop == workshop:
        return content.outcome.plan.small
    said, own = content.said, workshop.settings
    small = said.get("small", own.small)
    if isinstance(small, int):
        return small
    groups = said.get("groups", own.groups)
    table = said.get("group") or own.group_table or ()
    if isinstance(groups, int):
        return groups - 1
    asked = Settings(groups=own.groups if "groups" not in said else None)
    if table and groups is None:
        return len(table) - 1
    return (by_preference(asked, workshop.head_count)[0] if is_choice(asked) else 2) - 1


def _columns(content: Content) -> list[dict[str, Any]]:
    """The fields with the columns they were matched to; what the list lacks has no letter."""
    if content.examination is None or not content.examination.view.columns:
        return []
    matched = {each.field: each for each in content.examination.view.columns if each.field}
    chosen = content.listing.reading.columns if content.listing else {}
    return [
        {
            "field": name,
            "title": FIELDS.get(name, name),
            "letter": matched[name].letter if name in matched else "",
            "heading": matched[name].heading if name in matched else "",
            "example": matched[name].example if name in matched else "",
            "chosen": name in chosen,
        }
        for name in dict.fromkeys((*FIELDS, *fields()))
        if name in fields()
    ]


def _headings(content: Content) -> list[dict[str, str]]:
    """The columns of the list to choose from."""
    columns = content.examination.view.columns if content.examination else ()
    return [
        {"letter": each.letter, "heading": each.heading, "example": each.example}
        for each in columns
    ]
