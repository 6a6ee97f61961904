"""The work of ``rebalance`` between reading and writing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from allocator.allocation import Outcome
from allocator.cli.request import listed, said
from allocator.cli.terminal import live_line
from allocator.errors import UsageProblem
from allocator.planning.defaults import require_people
from allocator.rosters import read_rosters
from allocator.solve import Choice, rebalance_plan
from allocator.succession.successor import next_plan, next_workshop


def require_one_list(options: Mapping[str, Any]) -> Path:
    """The new list, or the late one.

    Raises:
        UsageProblem: when both are given, or none.
    """
    new, late = options["new_list"], options["late_list"]
    if (new is None) == (late is None):
        message = (
            "give the whole new list with --list, or only what is to be added with --add: one of "
            "the two."
        )
        raise UsageProblem(message)
    source: Path = new or late
    return source


def renewed(rosters: Path, source: Path, options: Mapping[str, Any]) -> Outcome:
    """The next version of the rosters.

    Raises:
        AllocatorError: as reading, planning and searching do.
    """
    own = said(options)
    before = read_rosters(rosters)
    workshop = next_workshop(
        before, listed(source, options), own, late=options["late_list"] is not None
    )
    plan = require_people(next_plan(workshop), workshop)
    choice = Choice(
        max_moves=options["max_moves"],
        tolerance=options["tolerance"],
        between=options["frontier"],
    )
    with live_line() as live:
        return rebalance_plan(before, workshop, plan, choice, live)
