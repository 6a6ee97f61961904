"""The design by which delegations meet as many others as can be: from two sessions to all others.

A delegation that sat in group ``i`` of the first session and ``j`` of the second is to sit in group
``i + (t - 2) * j`` (modulo ``k``) of session ``t``. For a prime ``k`` and up to ``k + 1`` sessions,
two delegations that differ in ``(i, j)`` then share a group at most once: these are the lines of an
affine plane. Source: docs/method.md, several sessions.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.model.blocks.block import Block
from allocator.model.cohorts import Kind
from allocator.model.counts import Form, added
from allocator.model.history import History
from allocator.model.problem import Model, Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: The sessions from which the design takes the others.
FIRST = 2


def designed_sessions(groups: int, sessions: int) -> range:
    """The numbers of the sessions that the design gives; with as many lines as there are groups."""
    return range(FIRST + 1, min(sessions, groups + 1) + 1)


def designed_group(history: History, session: int, groups: int) -> int:
    """The index of the group in which the design has a delegation in a session after the second."""
    first, second = history[:FIRST]
    return (first + (session - FIRST) * second) % groups


def design(model: Model, second: Problem, free: Problem, values: Sequence[int], last: int) -> None:
    """Choose a second session from which the design leads to balanced sessions up to the last.

    ``model`` is one of the problem ``second``, and ``free`` is the problem of any session, without
    histories. The cells ``(i, j)`` are as even as they can be. What is minimised is how many
    delegations some session has in another group than the design, by kinds.
    """
    _even_cells(model, second)
    blocks = _by_kind(second)
    missing: list[cp_model.IntVar] = []
    for session in designed_sessions(second.plan.k, last):
        other = free.balanced(values, beside=model.cp)
        for block in free.seats.blocks:
            for group in range(second.plan.k if block.cohort.kind in blocks else 0):
                wanted = _wanted(blocks[block.cohort.kind], session, group)
                there = other.expression(block.delegations(group).times(-1))
                short = model.cp.new_int_var(0, block.members, "")
                model.cp.add(sum([model.expression(wanted), there]) <= short)
                missing.append(short)
    if missing:
        model.cp.minimize(sum(missing))


def follow(model: Model, problem: Problem, session: int) -> None:
    """Minimise how many delegations sit in another group than the design has them in."""
    strays = [
        block.delegations(group)
        for block in problem.seats.blocks
        if (history := block.cohort.kind.history)
        for group in range(problem.plan.k)
        if group != designed_group(history, session, problem.plan.k)
    ]
    model.cp.minimize(model.expression(added(strays)))


def _even_cells(model: Model, second: Problem) -> None:
    """Whoever shared a group in the first session is spread evenly over those of the second."""
    groups = range(second.plan.k)
    for first in groups:
        blocks = [each for each in second.seats.blocks if each.cohort.kind.history == (first,)]
        share, more = divmod(sum(each.members for each in blocks), len(groups))
        for group in groups:
            cell = model.expression(added([each.delegations(group) for each in blocks]))
            model.cp.add_linear_constraint(cell, share, share + (more > 0))


def _by_kind(second: Problem) -> dict[Kind, list[Block]]:
    """Kind without its history -> the blocks of the second session."""
    blocks: dict[Kind, list[Block]] = defaultdict(list)
    for block in second.seats.blocks:
        if block.cohort.kind.history:
            blocks[replace(block.cohort.kind, history=())].append(block)
    return dict(blocks)


def _wanted(blocks: Sequence[Block], session: int, group: int) -> Form:
    """The delegations of some blocks whom the design has in a group of a later session."""
    return added(
        [
            block.delegations(second)
            for block in blocks
            for second in range(block.groups)
            if designed_group((*block.cohort.kind.history, second), session, block.groups) == group
        ]
    )
