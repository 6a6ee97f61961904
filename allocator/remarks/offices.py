"""What is said about chairs and rapporteurs by name: every text of ``appointments``, once."""

from collections.abc import Iterable, Mapping, Sequence

from allocator.findings import Place, quoted
from allocator.offices import Office
from allocator.remarks.wording import listed, named
from allocator.settings import Group
from allocator.text import Text, say


def not_on_list(texts: Sequence[str], meant: Mapping[str, str], groups: Iterable[Group]) -> Text:
    """Officers whom the list does not have; ``meant``: text -> a name of the list like it."""
    who = _where(named([quoted(text) for text in texts]), groups)
    message = say(
        "{who} are not on the list, and so taken for somebody from outside. Correct the name "
        "if it is somebody of the list.",
        who=who,
    )
    if len(texts) == 1:
        message = say(
            "{who} is not on the list, and so taken for somebody from outside. Correct the "
            "name if it is somebody of the list.",
            who=who,
        )
    hints = [
        say("{name} for {text}", name=quoted(name), text=quoted(text))
        for text, name in meant.items()
    ]
    if not hints:
        return message
    return say("{message} Did you mean {names}?", message=message, names=named(hints))


def several_meant(text: str, office: Text, number: int, groups: Iterable[Group]) -> Text:
    """The name of an officer stands for several people."""
    return say(
        "{name}, {office}, stands for {number} in the list. "
        "Write the registration number or the e-mail address instead.",
        name=quoted(text),
        office=_where(office, groups),
        number=number,
    )


def two_offices(text: str, offices: Sequence[Text], groups: Iterable[Group]) -> Text:
    """Somebody is named for two offices."""
    return say(
        "{name} is {offices}; nobody holds two offices. Name somebody else for one of them.",
        name=quoted(text),
        offices=_where(listed(offices), groups),
    )


def officers_left(gone: Sequence[Text]) -> Text:
    """Officers, each with the office, are not on the list any more."""
    return say(
        "{names} left. Where the list has candidates, somebody else is chosen; or name "
        "somebody in the sheet Groups.",
        names=named(gone),
    )


def with_office(text: str, office: Office, group: Group) -> Text:
    """Somebody, and the office beside the name."""
    return say("{name} ({office})", name=quoted(text), office=office_of(office, group))


def office_of(office: Office, group: Group) -> Text:
    """An office of a group."""
    if office is Office.CHAIR:
        return say("chair of {group}", group=group.name)
    return say("rapporteur of {group}", group=group.name)


def _where(what: object, groups: Iterable[Group]) -> object:
    """What stands where groups are described: a sheet, a settings file, or nowhere with a name."""
    place = next((group.place for group in groups if group.place.file), Place())
    if place.sheet:
        return say("{text} in the sheet {sheet}", text=what, sheet=place.sheet)
    return say("{text} in {file}", text=what, file=place.file) if place.file else what
