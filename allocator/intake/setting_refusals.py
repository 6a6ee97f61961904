"""What is said about settings, groups and rules that cannot be read: every text, once."""

from allocator.findings import Finding, Place, quoted
from allocator.remarks import error


def settings_problem(place: Place, key: str, found: object, wanted: str) -> Finding:
    """A setting has a value that it cannot have; ``wanted`` completes "Write ..."."""
    message = f"{key} cannot be {quoted(found)}. Write {wanted}."
    return error("E-SETTING", place, message, found)


def setting_unknown(place: Place, key: str, similar: str) -> Finding:
    """There is no setting of this name."""
    hint = f" Did you mean {quoted(similar)}?" if similar else " Correct or remove it."
    return error("E-SETTING", place, f"there is no setting {quoted(key)}.{hint}", key)


def setting_twice(place: Place, key: str) -> Finding:
    """A setting is said twice."""
    return error("E-SETTING", place, f"{quoted(key)} is there twice. Remove one.", key)


def group_twice(place: Place, name: str, other: str) -> Finding:
    """Two groups have the same name, or names that differ in capitals, accents or signs only."""
    called = quoted(name) if name == other else f"{quoted(other)} and {quoted(name)}"
    message = f"two groups are called {called}. Give each its own name."
    return error("E-SETTING", place, message, name)


def groups_without_names(place: Place) -> Finding:
    """The table of groups has no column for their names."""
    message = 'the groups have no column for their names. Write a header row with "Name".'
    return error("E-HEADER", place, message)


def toml_invalid(place: Place, reason: str) -> Finding:
    """A settings file is no TOML."""
    message = (
        f"the file is not valid TOML: {reason}. Correct it; text must stand in quotation marks, "
        'as in meeting = "Council".'
    )
    return error("E-SETTING", place, message)


def rule_problem(place: Place, key: str, found: object, wanted: str) -> Finding:
    """A column of a rule has a value that it cannot have; ``wanted`` completes "Write ..."."""
    message = f"{key} cannot be {quoted(found)}. Write {wanted}."
    return error("E-RULE", place, message, found)


def rule_incomplete(place: Place, wanted: str) -> Finding:
    """A rule lacks its kind, or those whom it binds."""
    return error("E-RULE", place, wanted)


def rules_without_heads(place: Place) -> Finding:
    """The rules have no header row."""
    message = 'the rules have no header row. Write "Rule" and "Who" above the columns.'
    return error("E-HEADER", place, message)


def table_in_one_bracket(place: Place, name: str) -> Finding:
    """A settings file writes ``[rule]``, of which TOML takes only one."""
    return error("E-SETTING", place, f"write [[{name}]], with two brackets, above each {name}.")


def group_and_with(place: Place) -> Finding:
    """A rule of a settings file names groups and those who sit with somebody."""
    message = 'a rule has either "group" or "with", not both. Keep the one that its kind needs.'
    return error("E-RULE", place, message)
