"""The libraries of this machine that read XML: whether they withstand a hostile file."""

from allocator.errors import UnsafeParser
from allocator.text import say

#: The oldest expat that withstands entities which expand without end.
OLDEST_EXPAT = (2, 4, 0)


def require_safe_parsers() -> None:
    """Nothing, when the libraries that read workbooks withstand hostile XML.

    Raises:
        UnsafeParser: when they do not.
    """
    from pyexpat import version_info  # noqa: PLC0415 - only for this

    import openpyxl  # noqa: PLC0415 - slow to load

    if not openpyxl.DEFUSEDXML:
        message = say("openpyxl reads XML without protection. Unset OPENPYXL_DEFUSEDXML.")
        raise UnsafeParser(message)
    if version_info < OLDEST_EXPAT:
        version = ".".join(map(str, version_info))
        message = say(
            "this Python has expat {version}, which is not safe. Install a newer Python.",
            version=version,
        )
        raise UnsafeParser(message)
