"""The forms of ``allocator export``, from their catalogue."""

from allocator.exports.catalog import exports
from from_program.markdown import code, prose, table


def exports_table() -> str:
    """Name, endings, purpose, what the rosters must have, and whether it has all sessions."""
    return table(
        ("name", "ends in", "for", "needs", "of several sessions"),
        [
            (
                code(each.name),
                ", ".join(map(code, each.endings)),
                prose(each.about),
                ", ".join(map(str, each.needs)),
                "all" if each.whole else "one",
            )
            for each in exports()
        ],
    )
