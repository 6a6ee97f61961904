"""Another version beside the one that is shown: who has to be told, and every goal in both."""

from typing import Any

from allocator.comparison import compared
from allocator.errors import AllocatorError, ListRefused
from allocator.explain import goal_title, told_lines
from allocator.text import say
from allocator.web.revision import Content
from allocator.web.views.changes import rows_by_kind
from allocator.web.work import on_board

#: What is told where a list comes later, and says nothing of two versions.
_OF_A_NEW_LIST = ("N-OLDER", "N-LEAVE")


def compared_view(before: Content, now: Content, number: int, language: str) -> dict[str, Any]:
    """What became of the rosters of a version with this number.

    Keys: ``number``; ``problem``, why they cannot be compared, else empty; ``lines``: how many must
    be told, as sentences, and whom was taken for whom; ``moved``, ``new`` and ``left`` as in the
    step *Changes*; ``goals``: ``title``, ``before``, ``after``.
    """
    if before.outcome is None:
        return {"number": number, "problem": say("This version has no rosters.")}
    boards = on_board(before), on_board(now)
    if any(each.plan.sessions > 1 for each in boards):
        return {"number": number, "problem": say("Versions of several sessions are not compared.")}
    try:
        found = compared(*boards)
    except ListRefused as refused:
        return {"number": number, "problem": refused.findings[0].message}
    except AllocatorError as error:
        return {"number": number, "problem": error.message}
    edits = (*found.old.edits, *found.new.edits)
    told = [
        each.message
        for each in found.notices
        if each not in edits and each.code not in _OF_A_NEW_LIST
    ]
    return {
        "number": number,
        "problem": "",
        "lines": [*told_lines(found.changes, language), *told],
        **rows_by_kind(found.changes),
        "goals": [
            {
                "title": goal_title(each.name, language),
                "before": "–" if each.before is None else each.before,
                "after": "–" if each.after is None else each.after,
            }
            for each in found.goals
        ],
    }
