"""States are named in the language of the meeting, whatever the language of their list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from allocator.countries import name_in
from allocator.delegation import Delegation
from allocator.findings import Finding, Place
from allocator.folding import fold
from allocator.language import script
from allocator.remarks.wording import notice
from allocator.settings import Settings
from allocator.text import say
from allocator.vocabulary import keys_of
from allocator.workshop import Workshop

#: Code of a language -> what it is called; one that is not here is called by its own name.
_CALLED = {
    "en": say("English"),
    "fr": say("French"),
    "es": say("Spanish"),
    "ar": say("Arabic"),
}


def under(workshop: Workshop, said: Settings) -> Workshop:
    """The workshop with what is said above its own settings, in the language that they set."""
    decided = replace(workshop, settings=said.over(workshop.settings))
    return translated(decided, decided.settings.language, listed=workshop.language)


def translated(workshop: Workshop, language: str | None, *, listed: str) -> Workshop:
    """The workshop with its States and regional groups as they are called in a language.

    ``listed`` is the language of the names that it has. Where it is the same, or none is wanted,
    every name stays as it is written. Identities stay: the ISO 3166 code is in no language.
    """
    if language is None or language == listed:
        return workshop
    groups = _groups(workshop.delegations)
    delegations = tuple(_in(language, each, groups) for each in workshop.delegations)
    renamed = [
        new for old, new in zip(workshop.delegations, delegations, strict=True)
        if old.name != new.name
    ]  # fmt: skip
    told = (_told(len(renamed), language),) if renamed else ()
    return replace(workshop, delegations=delegations, notices=(*told, *workshop.notices))


def _in(language: str, delegation: Delegation, groups: Mapping[str, str]) -> Delegation:
    """The delegation as the language calls it; an organization keeps the name of the list."""
    name = name_in(language, delegation.iso3) or delegation.name
    region = groups.get(delegation.region, delegation.region)
    return replace(delegation, name=name, region=region)


def _groups(delegations: Sequence[Delegation]) -> Mapping[str, str]:
    """Label of a region -> the UN regional group that it means, known in every language.

    Empty when the list has regions of its own, or calls one group by several labels.
    """
    known = keys_of("regions")
    labels = {each.region for each in delegations} - {each.category for each in delegations}
    groups = {label: known.get(fold(label), "") for label in labels}
    if "" in groups.values() or len(set(groups.values())) < len(groups):
        return {}
    return groups


def _told(states: int, language: str) -> Finding:
    """How many names are other ones than those of the list."""
    called = _CALLED.get(language, script(language)["name"])
    message = (
        say(
            "the name of {states} State is written in {language}; those of organizations are as in "
            "the list.",
            states=states,
            language=called,
        )
        if states == 1
        else say(
            "the names of {states} States are written in {language}; those of organizations are as "
            "in the list.",
            states=states,
            language=called,
        )
    )
    return notice("N-NAMES", Place(), message)
