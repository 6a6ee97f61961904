"""The command line: thin commands that read, call, print and set the exit code."""

import click

from allocator import __version__
from allocator.cli.allocate import allocate
from allocator.cli.check import check
from allocator.cli.compare import compare
from allocator.cli.explain import explain
from allocator.cli.export import export
from allocator.cli.rebalance import rebalance
from allocator.cli.serve import serve
from allocator.cli.template import template
from allocator.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="allocator")
def main() -> None:
    """Split the delegations of a workshop into parallel groups, proven best.

    Start with: allocator check LIST, then: allocator allocate LIST -o ROSTERS.xlsx

    After late registrations: allocator rebalance ROSTERS.xlsx --list NEW -o NEXT.xlsx
    """


for command in (
    check, allocate, rebalance, explain, compare, verify, export, template, serve
):  # fmt: skip
    main.add_command(command)
