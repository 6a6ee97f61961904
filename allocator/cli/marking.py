"""The work of ``check`` between reading and telling: the plan, and the copy with its marks."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from allocator.cli.request import examined, reading, require_new_workbook
from allocator.cli.terminal import print_findings
from allocator.enrolment.enrol import in_order
from allocator.errors import ListRefused
from allocator.findings import Finding, Severity
from allocator.intake import accepted
from allocator.intake.guard import load
from allocator.plan import Plan
from allocator.planning.defaults import plan_of
from allocator.rosters.files import put, require_writable
from allocator.workshop import Workshop


def checked(
    source: Path, marked: Path | None, options: Mapping[str, Any], *, force: bool
) -> tuple[Workshop, Plan]:
    """The workshop of a list and its plan; ``marked`` becomes the copy with every problem marked.

    Raises:
        ListRefused: with every problem of the list; the copy has been written then.
        CannotRead: when a file cannot be opened.
        CannotWrite: when the copy cannot be written.
        OutputExists: when the copy is there and ``force`` is off.
        UsageProblem: when an option is no option.
    """
    if marked:
        require_new_workbook(marked, (source, options["settings_file"]))
        require_writable(marked, force=force)
    found = examined(source, options)
    try:
        workshop = accepted(found)
        plan = plan_of(workshop)
    except ListRefused as refused:
        if marked and found.view.header_row:
            _write(source, marked, [*found.findings, *refused.findings], options)
        elif marked:
            click.echo("There is no copy with marks: the list could not be opened.", err=True)
        # Whoever corrects the errors corrects at once what the notices ask about.
        print_findings([each for each in found.findings if each.severity is Severity.NOTICE])
        raise
    if marked:
        _write(source, marked, found.findings, options)
    return workshop, plan


def _write(
    source: Path, marked: Path, findings: Iterable[Finding], options: Mapping[str, Any]
) -> None:
    from allocator.intake.marked import marked_copy  # noqa: PLC0415 - only for this

    every = in_order(dict.fromkeys(findings))
    put(marked, marked_copy(load(source), every, reading(options)), force=True)
    click.echo(f"The copy with its marks is {marked}.", err=True)
