"""The rosters of the board in the forms of other systems."""

from dataclasses import replace
from pathlib import PurePath

from allocator.exports.catalog import FORMATS
from allocator.file_names import file_name
from allocator.web.refusals import NotThere
from allocator.web.revision import Content
from allocator.web.work import on_board


def export_of(content: Content, file: str, session: int) -> tuple[bytes, str]:
    """The file that is asked for as ``zoom.csv``, and what it is called on the visitor's disk.

    Raises:
        NotThere: when there is no such form.
        NotYet: when there are no rosters.
        ExportRefused: when the rosters lack what the form needs.
        UsageProblem: when the form has no such ending, or the rosters no such session.
    """
    from allocator.exports.making import exported  # noqa: PLC0415 - openpyxl

    name, ending = PurePath(file).stem, PurePath(file).suffix
    if name not in FORMATS:
        raise NotThere
    outcome = replace(on_board(content), written=content.stamp)
    made = exported(outcome, name, ending=ending or "-", session=session)
    what = f"{name}-s{session}" if session > 1 else name
    return made.content, file_name(outcome, content.stamp, what, ending)
