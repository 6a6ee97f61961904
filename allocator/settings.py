"""What the secretariat says about the session: groups, seating and the text printed on rosters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum

from allocator.findings import Place

#: The largest number of people that somebody may write; more is taken for a slip.
MOST_PEOPLE = 10_000_000
#: The longest name of a group, in characters; it is printed on doors and on the tabs of sheets.
LONGEST_GROUP_NAME = 60


class Seating(StrEnum):
    """How a delegation sits: heard in every group, or in one group as a whole."""

    SPREAD = "spread"
    WHOLE = "whole"


class SmallSeating(StrEnum):
    """How a small delegation sits: in one group, or its people in different groups."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One parallel group and the room it meets in.

    ``capacity`` is in people; ``None`` means no limit. ``languages`` are the codes of the languages
    interpreted in the room; empty means all. ``place`` is where it is described.
    """

    name: str
    room: str = ""
    capacity: int | None = None
    languages: tuple[str, ...] = ()
    chair: str = ""
    rapporteur: str = ""
    place: Place = field(default=Place(), compare=False)

    def __post_init__(self) -> None:
        """A group has a name and room for somebody."""
        if not self.name.strip():
            message = "a group needs a name"
            raise ValueError(message)
        if self.capacity is not None and self.capacity < 1:
            message = f"the capacity of {self.name} is {self.capacity}; it is at least 1"
            raise ValueError(message)
        if self.capacity is not None and self.capacity > MOST_PEOPLE:
            message = f"the capacity of {self.name} is above {MOST_PEOPLE}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One rule of the event as somebody wrote it: a row of the sheet, or a table of a TOML file.

    ``kind`` is a key of ``lists.rule_kinds``, such as ``not_in``. ``who`` names delegations or
    delegates, or everybody with a value of a column (``gender = F``). ``other`` is the column
    "Group or With": groups, or those who are to sit together or apart. ``number`` counts people.
    Several names are parted by semicolons. ``place`` is the row; ``cells`` are its columns, as far
    as they are known.
    """

    kind: str
    who: str
    other: str = ""
    number: int | None = None
    note: str = ""
    place: Place = field(default=Place(), compare=False)
    cells: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def place_of(self, column: str) -> Place:
        """Where the text of ``who`` or ``with`` stands, else where the rule stands."""
        return self.cells.get(column, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a user can say; ``None`` means: not said, take the default.

    The same keys stand in the ``Settings`` sheet, in ``event.toml`` and on the command line.
    ``groups`` is the number of groups, at least 1, several numbers to choose from (ascending), or
    ``"auto"``; ``small`` counts people; ``sessions`` is how many times the delegations sit in
    groups, from 1; ``time_limit`` is in seconds.
    """

    meeting: str | None = None
    theme: str | None = None
    date: str | None = None
    time: str | None = None
    venue: str | None = None
    language: str | None = None
    groups: int | str | tuple[int, ...] | None = None
    group_table: tuple[Group, ...] | None = None
    rules: tuple[RuleRow, ...] | None = None
    seating: Seating | None = None
    small: int | None = None
    small_seating: SmallSeating | None = None
    balance: tuple[str, ...] | None = None
    priority: tuple[str, ...] | None = None
    max_group_size: int | None = None
    sessions: int | None = None
    seed: int | None = None
    workers: int | None = None
    time_limit: float | None = None

    def over(self, weaker: "Settings") -> "Settings":
        """These settings, filled up with what the weaker ones say where these are silent."""
        said = {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        return replace(weaker, **said)


def strongest(settings: Sequence[Settings]) -> Settings:
    """One of many settings, the first being the strongest: flag, then TOML, then sheet."""
    result = Settings()
    for each in settings:
        result = result.over(each)
    return result
