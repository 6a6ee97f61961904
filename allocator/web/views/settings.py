"""The step *Settings*: everything that the command line and the sheets can say, as one form."""

from collections.abc import Mapping, Sequence
from typing import Any

from allocator.delegation import DELEGATE_TRAITS
from allocator.explain import goal_title
from allocator.group_numbers import AUTO
from allocator.language import LANGUAGES, script, word
from allocator.model.catalog import EVENT_RULES, goals_for
from allocator.plan import MAX_GROUP_SIZE, MOST_SESSIONS, TIME_LIMIT
from allocator.planning.defaults import columns_missing
from allocator.planning.naming import Directory
from allocator.settings import Group, RuleRow, Seating, Settings, SmallSeating
from allocator.text import say, told
from allocator.web.revision import PINNED, Content
from allocator.web.views.list import FIELDS, workshop_of
from allocator.workshop import Workshop

#: The settings that are one line of text.
TEXTS = ("meeting", "theme", "date", "time", "venue")
#: What the form proposes for the number of groups; any other number can be written.
USUAL_GROUPS = (
    ("auto", say("Two or three, as fits")),
    ("2", say("Two")),
    ("3", say("Three")),
    ("2; 3", say("Compare two with three")),
)
#: Columns with more different values are offered no value by value.
MOST_VALUES = 40


def settings_view(content: Content, language: str = "en") -> dict[str, Any]:
    """The settings that hold now: those of the page, else of the list's own sheets, else defaults.

    Keys: ``said`` (key of a settings file -> value, empty for what nobody said; ``group`` and
    ``rule`` are lists of tables, ``groups`` is text such as ``2; 3``); ``defaults`` (key -> what is
    taken where nothing is said); ``group_choices`` (``value``, ``title``); ``columns`` (``name``,
    ``title``, ``balanced``); ``goals`` (``name``, ``title``) in order; ``kinds`` of rules
    (``name``, ``title``, ``other``: ``groups`` or ``parties``, ``counts``); ``who``: names to pick
    from for a rule; ``group_names``: the groups, numbered in the language of the rosters where none
    is named; ``languages`` (``code``, ``name``); ``most_sessions``.
    """
    workshop = _workshop(content)
    own = workshop.settings if workshop else Settings()
    said, defaults = _in_force(content.said, own), _defaults(workshop)
    return {
        "said": said,
        "defaults": defaults,
        "group_choices": [{"value": value, "title": title} for value, title in USUAL_GROUPS],
        "columns": _columns(workshop, said["balance"]),
        "goals": _goals(content, workshop, said, language),
        "kinds": [
            {
                "name": unit.name,
                "title": word(language, f"rule_words.{unit.name}"),
                "other": str(unit.other),
                "counts": unit.counts,
            }
            for unit in EVENT_RULES
        ],
        "who": _who(workshop, language),
        "group_names": _group_names(said, defaults),
        "languages": [{"code": code, "name": script(code)["name"]} for code in LANGUAGES],
        "most_sessions": MOST_SESSIONS,
    }


def _workshop(content: Content) -> Workshop | None:
    """The list that a search would take: after a re-balance that of the rosters."""
    if content.published is not None and content.outcome is not None:
        return content.outcome.workshop
    return workshop_of(content)


def group_table(group: Group) -> dict[str, Any]:
    """A group with the keys of a settings file; ``languages`` as one text."""
    return {
        "name": group.name,
        "room": group.room,
        "capacity": group.capacity or "",
        "languages": ", ".join(group.languages),
        "chair": group.chair,
        "rapporteur": group.rapporteur,
    }


def rule_table(row: RuleRow) -> dict[str, Any]:
    """A rule with the keys of a settings file."""
    return {
        "rule": row.kind,
        "who": row.who,
        "with": row.other,
        "number": "" if row.number is None else row.number,
        "note": row.note,
        "pinned": row.note == PINNED,
    }


def _in_force(said: Mapping[str, Any], own: Settings) -> dict[str, Any]:
    """Every key with what was said last."""
    keys = (*TEXTS, "language", "seating", "small", "small_seating", "sessions", "seed",
            "time_limit", "max_group_size")  # fmt: skip
    values: dict[str, Any] = {key: _shown(said.get(key, getattr(own, key))) for key in keys}
    values["groups"] = _groups_text(said.get("groups", own.groups))
    for key in ("balance", "priority"):
        values[key] = _names(said.get(key, getattr(own, key)))
    tables = said.get("group")
    values["group"] = (
        [group_table(group) for group in own.group_table or ()]
        if tables is None
        else [_filled(table, group_table(Group(name="-"))) for table in tables]
    )
    rules = said.get("rule")
    values["rule"] = (
        [rule_table(row) for row in own.rules or ()]
        if rules is None
        else [_rule(table) for table in rules]
    )
    return values


def _shown(value: object) -> object:
    return "" if value is None else str(value) if isinstance(value, str) else value


def _groups_text(value: object) -> str:
    """The number of groups as the form has it: ``auto``, ``3``, ``2; 3``; empty when not said."""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.replace(";", ",").split(",") if part.strip()]
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def _filled(table: Mapping[str, Any], empty: Mapping[str, Any]) -> dict[str, Any]:
    """A table of the page with every key, lists as text."""
    row = dict.fromkeys(empty, "") | {key: _shown(value) for key, value in table.items()}
    row["languages"] = ", ".join(_names(table.get("languages")))
    return row


def _rule(table: Mapping[str, Any]) -> dict[str, Any]:
    empty = rule_table(RuleRow(kind="", who=""))
    row = empty | {key: _shown(value) for key, value in table.items()}
    row["with"] = row["with"] or row.pop("group", "")
    return row | {"pinned": row["note"] == PINNED}


def _defaults(workshop: Workshop | None) -> dict[str, Any]:
    return {
        "groups": AUTO,
        "language": workshop.language if workshop else LANGUAGES[0],
        "seating": str(Seating.SPREAD),
        "small_seating": str(SmallSeating.TOGETHER),
        "max_group_size": MAX_GROUP_SIZE,
        "sessions": 1,
        "seed": 1,
        "time_limit": round(TIME_LIMIT),
    }


def _group_names(said: Mapping[str, Any], defaults: Mapping[str, Any]) -> list[str]:
    named = [str(table["name"]) for table in said["group"]]
    language = said["language"] if said["language"] in LANGUAGES else defaults["language"]
    return named or [word(language, "words.group", number=number) for number in (1, 2, 3)]


def _columns(workshop: Workshop | None, balanced: Sequence[str]) -> list[dict[str, Any]]:
    """The list's further columns, those that cannot tell anybody apart left out."""
    names = workshop.columns if workshop else ()
    personal = {"name", "first_name", "last_name", "email", "registration"}
    return [
        {
            "name": name,
            "title": FIELDS[name] if name in DELEGATE_TRAITS else name,
            "balanced": name in balanced,
        }
        for name in names
        if name not in personal
    ]


def _goals(
    content: Content, workshop: Workshop | None, said: Mapping[str, Any], language: str
) -> list[dict[str, str]]:
    """The goals in the order in which they are served now."""
    if workshop is None:
        return []
    missing = columns_missing(workshop, said["balance"])
    balance = tuple(name for name in said["balance"] if name not in missing)
    usual = [goal.name for goal in goals_for(workshop, balance, seating=bool(content.published))]
    first = [name for name in said["priority"] if name in usual]
    order = dict.fromkeys((*first, *usual))
    return [{"name": name, "title": goal_title(name, language)} for name in order]


def _who(workshop: Workshop | None, language: str) -> dict[str, list[str]]:
    """Whom a rule can name: ``delegations``, and ``values`` such as ``region = GRULAC``.

    A column is called as the page calls it, which rules understand in every language.
    """
    if workshop is None:
        return {"delegations": [], "values": []}
    directory = Directory(workshop)
    labels = ("region", *(("category",) if workshop.has_categories else ()))
    columns = (*labels, *(each["name"] for each in _columns(workshop, ())))
    values = {column: directory.values_of(column) for column in columns}
    return {
        "delegations": sorted({each.name for each in workshop.delegations}),
        "values": [
            f"{told(FIELDS.get(column, column), language).lower()} = {value}"
            for column, those in values.items()
            for value in those
            if len(those) <= MOST_VALUES
        ],
    }
