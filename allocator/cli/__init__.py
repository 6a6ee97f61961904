"""The command line: thin commands that read, call, print and set the exit code."""

import gc
import signal
import sys

import click

from allocator import __version__
from allocator.cli.allocate import allocate
from allocator.cli.check import check
from allocator.cli.template import template
from allocator.cli.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="allocator")
def main() -> None:
    """Split the delegations of a workshop into parallel groups, proven best.

    Start with: allocator check LIST, then: allocator allocate LIST -o ROSTERS.xlsx
    """


for command in (check, allocate, verify, template):
    main.add_command(command)


def run() -> None:
    """The program: as ``main``, but an interruption ends with 130 wherever it strikes."""
    # So short a life leaves little garbage: looking for it at every turn costs a twentieth.
    gc.set_threshold(100_000, 50, 50)
    try:
        sys.exit(main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped. Nothing was written.", err=True)
        sys.exit(130)
    finally:
        # The exit code stands; one more Ctrl+C on the way out must not change it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
