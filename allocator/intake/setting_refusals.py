"""What is said about settings, groups and rules that cannot be read: every text, once."""

from allocator.findings import Finding, Place, quoted
from allocator.remarks.wording import error
from allocator.text import say


def settings_problem(place: Place, key: str, found: object, wanted: str) -> Finding:
    """A setting has a value that it cannot have; ``wanted`` completes "Write ..."."""
    message = say(
        "{key} cannot be {found}. Write {wanted}.", key=key, found=quoted(found), wanted=wanted
    )
    return error("E-SETTING", place, message, found)


def setting_unknown(place: Place, key: str, similar: str) -> Finding:
    """There is no setting of this name."""
    hint = say("Correct or remove it.")
    if similar:
        hint = say("Did you mean {name}?", name=quoted(similar))
    message = say("there is no setting {key}. {hint}", key=quoted(key), hint=hint)
    return error("E-SETTING", place, message, key)


def setting_twice(place: Place, key: str) -> Finding:
    """A setting is said twice."""
    message = say("{key} is there twice. Remove one.", key=quoted(key))
    return error("E-SETTING", place, message, key)


def group_twice(place: Place, name: str, other: str) -> Finding:
    """Two groups have the same name, or names that differ in capitals, accents or signs only."""
    called = quoted(name)
    if name != other:
        called = say("{first} and {second}", first=quoted(other), second=called)
    message = say("two groups are called {names}. Give each its own name.", names=called)
    return error("E-SETTING", place, message, name)


def groups_without_names(place: Place) -> Finding:
    """The table of groups has no column for their names."""
    message = say('the groups have no column for their names. Write a header row with "Name".')
    return error("E-HEADER", place, message)


def toml_invalid(place: Place, reason: str) -> Finding:
    """A settings file is no TOML."""
    message = say(
        "the file is not valid TOML: {reason}. Correct it; text must stand in quotation marks, "
        'as in meeting = "Council".',
        reason=reason,
    )
    return error("E-SETTING", place, message)


def rule_problem(place: Place, key: str, found: object, wanted: str) -> Finding:
    """A column of a rule has a value that it cannot have; ``wanted`` completes "Write ..."."""
    message = say(
        "{key} cannot be {found}. Write {wanted}.", key=key, found=quoted(found), wanted=wanted
    )
    return error("E-RULE", place, message, found)


def rule_incomplete(place: Place, wanted: str) -> Finding:
    """A rule lacks its kind, or those whom it binds."""
    return error("E-RULE", place, wanted)


def rules_without_heads(place: Place) -> Finding:
    """The rules have no header row."""
    message = say('the rules have no header row. Write "Rule" and "Who" above the columns.')
    return error("E-HEADER", place, message)


def table_in_one_bracket(place: Place, name: str) -> Finding:
    """A settings file writes ``[rule]``, of which TOML takes only one."""
    message = say(
        "write {head}, with two brackets, above each {name}.", head=f"[[{name}]]", name=name
    )
    return error("E-SETTING", place, message)


def group_and_with(place: Place) -> Finding:
    """A rule of a settings file names groups and those who sit with somebody."""
    message = say(
        'a rule has either "group" or "with", not both. Keep the one that its kind needs.'
    )
    return error("E-RULE", place, message)
