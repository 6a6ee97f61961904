"""The solver's seats, put back into the model by plain arithmetic before anything is built on them.

A solution that is none, or values that are memory garbage, would keep the dealing busy without end
before the audit could see them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allocator.errors import AuditFailed
from allocator.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allocator.model.problem import Model


def require_solution(model: "Model", numbers: "Sequence[int]") -> None:
    """Make sure that the seat variables keep their ranges and every sum over them alone.

    Raises:
        AuditFailed: naming the first that does not hold.
    """
    proto = model.cp.proto
    seats = {
        variable.index: value for variable, value in zip(model.variables, numbers, strict=True)
    }
    for index, value in seats.items():
        if not _is_within(value, list(proto.variables[index].domain)):
            raise AuditFailed([say("the solver says {value} for a number of seats", value=value)])
    for places, weights, domain in _sums(model, seats):
        total = sum(weight * seats[index] for index, weight in zip(places, weights, strict=True))
        if not _is_within(total, domain):
            raise AuditFailed([say("seats of the solver add up to {total}", total=total)])


def _sums(
    model: "Model", seats: "Mapping[int, int]"
) -> "Iterator[tuple[list[int], list[int], list[int]]]":
    """Variables, weights and domain of each linear constraint that binds the seats alone."""
    for constraint in model.cp.proto.constraints:
        # Protocol buffers, which ortools had before 9.13, are asked in another way.
        is_linear = (
            constraint.has_linear()
            if hasattr(constraint, "has_linear")
            else constraint.HasField("linear")
        )
        if not is_linear or len(constraint.enforcement_literal):
            continue
        linear = constraint.linear
        places = list(linear.vars)
        if all(index in seats for index in places):
            yield places, list(linear.coeffs), list(linear.domain)


def _is_within(value: int, domain: "Sequence[int]") -> bool:
    """Whether a value is in a domain: pairs of least and greatest, one after the other."""
    pairs = zip(domain[::2], domain[1::2], strict=True)
    return any(least <= value <= greatest for least, greatest in pairs)
