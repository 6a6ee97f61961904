"""The only list of formats: name -> the module that makes it, as its ``EXPORT``."""

from importlib import import_module

from allocator.exports.export import Export

#: In the order in which pages and help show them; a module loads when its format is wanted.
FORMATS = {
    "zoom": "zoom",
    "teams": "teams",
    "indico": "indico",
    "mail-merge": "mail_merge",
    "changes": "told_changes",
    "bcc": "bcc",
    "ics": "ics",
    "door-sheets": "door_sheets",
    "sign-in": "sign_in",
    "badges": "badges",
    "annex": "annex",
    "csv": "seats_csv",
    "json": "seats_json",
}


def export_to(name: str) -> Export:
    """The format of a name.

    Raises:
        KeyError: when there is no such format.
    """
    module = import_module(f"allocator.exports.{FORMATS[name]}")
    export: Export = module.EXPORT
    return export


def exports() -> tuple[Export, ...]:
    """Every format, in order."""
    return tuple(map(export_to, FORMATS))
