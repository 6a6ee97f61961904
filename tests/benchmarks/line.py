"""One measurement beside what is required of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measurement; ``bound`` is the largest value that passes."""

    what: str
    value: float
    bound: float
    unit: str = ""

    @property
    def passes(self) -> bool:
        """Whether the value is within its bound."""
        return self.value <= self.bound

    def __str__(self) -> str:
        """The line as it is printed."""
        verdict = "PASS" if self.passes else "FALLS SHORT"
        wanted = f"(at most {self.bound:g}{self.unit})"
        return f"{self.what:<60}{self.value:>8.2f}{self.unit} {wanted:<18}{verdict}"
