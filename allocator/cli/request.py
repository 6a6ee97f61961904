"""From the options of a command to the workshop and the plan that it asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click

from allocator.enrolment.enrol import in_order
from allocator.errors import ListRefused, UsageProblem
from allocator.findings import Finding
from allocator.group_numbers import AUTO, MOST_NUMBERS, numbers_in
from allocator.intake import Examination, Reading, accepted, examine_file, read_settings
from allocator.planning.defaults import plan_for
from allocator.settings import Seating, Settings, SmallSeating, strongest
from allocator.state_names import under
from allocator.workshop import Workshop


def read(source: Path, options: Mapping[str, Any]) -> Workshop:
    """The workshop of a list with everything that was said: flag, then TOML, then sheet.

    Raises:
        ListRefused: with every problem of the list or of the TOML file.
        CannotRead: when a file cannot be opened.
        UsageProblem: when an option is no option.
    """
    return accepted(examined(source, options))


def examined(source: Path, options: Mapping[str, Any]) -> Examination:
    """What a list holds, and what is wrong with it and with the rules that were said elsewhere.

    Raises:
        ListRefused: with every problem of the TOML file.
        CannotRead: when a file cannot be opened.
        UsageProblem: when an option is no option.
    """
    own = said(options)
    found = examine_file(source, reading(options))
    if found.workshop is None:
        findings = in_order([*found.findings, *_wrong_rules(found.otherwise, own)])
        return replace(found, findings=findings)
    return replace(found, workshop=under(found.workshop, own))


def listed(source: Path, options: Mapping[str, Any]) -> Workshop:
    """The workshop of a list as its file has it.

    Raises:
        ListRefused: with every problem of the list.
        CannotRead: when the file cannot be opened.
        UsageProblem: when an option is no option.
    """
    return accepted(examine_file(source, reading(options)))


def reading(options: Mapping[str, Any]) -> Reading:
    """How a list is to be read.

    Raises:
        UsageProblem: when a column is said wrongly.
    """
    return Reading(
        sheet=options.get("sheet") or "",
        encoding=options.get("encoding") or "",
        columns=_columns(options.get("columns") or ()),
        max_rows=options["max_rows"],
    )


def _columns(said: Sequence[str]) -> Mapping[str, str]:
    """Field -> letters, of ``FIELD=LETTERS``.

    Raises:
        UsageProblem: when the form is another, or a field is there twice.
    """
    columns: dict[str, str] = {}
    for text in said:
        field, equals, letters = (part.strip() for part in text.partition("="))
        if not equals or field in columns:
            message = (
                f'--column takes FIELD=LETTER, each field once, such as delegation=B, not "{text}".'
            )
            raise UsageProblem(message)
        columns[field] = letters
    return columns


def _wrong_rules(workshop: Workshop | None, own: Settings) -> Sequence[Finding]:
    """What is wrong with the rules of a list beside those that could not even be read."""
    try:
        if workshop is not None:
            plan_for(workshop, own.over(workshop.settings))
    except ListRefused as refused:
        return refused.findings
    except UsageProblem:
        # Told when the rules can be read: it may be a consequence of theirs.
        return ()
    return ()


def said(options: Mapping[str, Any]) -> Settings:
    """What the flags and the TOML file say, the flags being stronger.

    Raises:
        ListRefused: with every problem of the TOML file.
        CannotRead: when it cannot be opened.
        UsageProblem: when an option is no option.
    """
    file = options.get("settings_file")
    return strongest([_said(options), read_settings(file) if file else Settings()])


def require_new_workbook(output: Path, inputs: Sequence[Path | None]) -> None:
    """Refuse an output that is no .xlsx, or that is one of the files to be read.

    A workbook that seems to be open elsewhere is only told: its mark outlives a crash of Excel.

    Raises:
        UsageProblem: because Excel would not open the one and the other would be lost.
    """
    if output.is_dir():
        # The name of the file in it is not known before there are rosters.
        return
    if output.suffix.casefold() != ".xlsx":
        message = f"{output.name} is no name for a workbook. Give one that ends in .xlsx."
        raise UsageProblem(message)
    if output.exists() and any(
        path is not None and path.exists() and path.samefile(output) for path in inputs
    ):
        message = f"{output.name} is a file to be read and would be lost. Give another name."
        raise UsageProblem(message)
    if output.exists() and _is_open(output):
        message = (
            f"{output.name} seems to be open in Excel or LibreOffice: close it there, and open it "
            "again when the new one is written."
        )
        click.echo(message, err=True)
    for source in inputs:
        if source is not None and source.exists() and _is_open(source):
            message = (
                f"{source.name} seems to be open in Excel or LibreOffice: what is not saved there "
                "is not read."
            )
            click.echo(message, err=True)


def _is_open(workbook: Path) -> bool:
    """Whether Excel or LibreOffice has left its mark beside a workbook."""
    marks = (f"~${workbook.name}", f".~lock.{workbook.name}#")
    return any((workbook.parent / mark).exists() for mark in marks)


def _said(options: Mapping[str, Any]) -> Settings:
    """What the flags say; an option that was not given says nothing."""
    named = {field.name for field in fields(Settings)}
    said = {name: value for name, value in options.items() if name in named and value is not None}
    said["groups"] = _groups(options.get("groups"))
    said["balance"] = tuple(options.get("balance") or ()) or None
    said["priority"] = _names(options.get("priority"))
    if "seating" in said:
        said["seating"] = Seating(said["seating"])
    if "small_seating" in said:
        said["small_seating"] = SmallSeating(said["small_seating"])
    return Settings(**said)


def _groups(text: str | None) -> int | str | tuple[int, ...] | None:
    if text is None or text == AUTO:
        return text
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    try:
        return numbers_in(text)
    except ValueError:
        message = (
            f"-g takes 2, 3, another whole number, up to {MOST_NUMBERS} different ones such as "
            f'2,3, or auto, not "{text}".'
        )
        raise UsageProblem(message) from None


def _names(text: str | None) -> tuple[str, ...] | None:
    names = [name.strip() for name in (text or "").split(",")]
    return tuple(name for name in names if name) or None
