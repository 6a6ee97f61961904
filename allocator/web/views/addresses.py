"""The e-mail addresses of each group, for whoever writes to all of it."""

from typing import Any

from allocator.web.group_names import group_told
from allocator.web.revision import Content


def addresses_view(content: Content) -> list[dict[str, Any]]:
    """The groups with anybody who can be written to; none before there are rosters.

    Keys: ``group``, ``number`` of addresses, ``addresses`` as Outlook takes them. Of several
    sessions the first counts, as on the board.
    """
    from allocator.exports.making import addresses_by_group  # noqa: PLC0415 - openpyxl

    if content.outcome is None:
        return []
    return [
        {"group": group_told(name), "number": len(found), "addresses": "; ".join(found)}
        for name, found in addresses_by_group(content.outcome)
        if found
    ]
