"""``bcc``: the addresses of each group, to paste into the field Bcc of Outlook."""

from collections.abc import Iterator

from allocator.exports.export import Export, Need
from allocator.exports.people import people
from allocator.exports.table import encoded, one_line
from allocator.rosters.edition import Edition
from allocator.text import say

#: Between two addresses, as Outlook parts them.
_BETWEEN = "; "


def make(edition: Edition) -> bytes:
    """For each group its name, then all its addresses in one line."""
    lines = [
        line
        for name, found in addresses_of_groups(edition)
        for line in (one_line(edition.in_session(name)), _BETWEEN.join(found), "")
    ]
    return encoded("\r\n".join(lines))


def addresses_of_groups(edition: Edition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name of each group -> the addresses of its people, each once."""
    everybody = people(edition)
    for group in edition.groups:
        found: dict[str, str] = {}
        for person in everybody:
            if person.group == group:
                for address in person.addresses:
                    found.setdefault(address.casefold(), address)
        yield group.name, tuple(found.values())


EXPORT = Export(
    name="bcc",
    about=say("the e-mail addresses of each group, for the field Bcc"),
    ending=".txt",
    make=make,
    needs=(Need.PEOPLE, Need.EMAIL),
)
