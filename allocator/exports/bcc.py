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
    lines = [line for name, found in _addresses(edition) for line in (name, found, "")]
    return encoded("\r\n".join(lines))


def _addresses(edition: Edition) -> Iterator[tuple[str, str]]:
    """Name of the group -> its addresses in one line, each once."""
    everybody = people(edition)
    for group in edition.groups:
        found: dict[str, str] = {}
        for person in everybody:
            if person.group == group:
                for address in person.addresses:
                    found.setdefault(address.casefold(), address)
        yield one_line(edition.in_session(group.name)), _BETWEEN.join(found.values())


EXPORT = Export(
    name="bcc",
    about=say("the e-mail addresses of each group, for the field Bcc"),
    ending=".txt",
    make=make,
    needs=(Need.PEOPLE, Need.EMAIL),
)
