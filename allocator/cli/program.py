"""One run of the program: its streams, its errors and its exit code."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from allocator.cli import main
from allocator.cli.output_errors import CannotPrint
from allocator.cli.terminal import print_json
from allocator.errors import AllocatorError, Interrupted, UsageProblem
from allocator.memory import told

#: What a program ends with that was interrupted.
INTERRUPTED = 130
#: What the system says when output has no place to go; writing a file has its own error for that.
_NO_OUTLET = (errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def answer() -> int:
    """Run the command of ``sys.argv`` and return its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed by whoever started the program: there is nobody to talk to.
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - for good
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal cannot show must not stop the program.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # both are text files here
    try:
        code = _command()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        _drop_output()
        return 0
    except OSError as error:
        unprinted = CannotPrint((error.strerror or str(error)).lower())
        _drop_output()
        with suppress(OSError):
            # It may be the place of these messages that is full; then the exit code tells it alone.
            click.echo(str(unprinted), err=True)
        return unprinted.exit_code
    return code


def _drop_output() -> None:
    """Python must not try to write the rest when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command() -> int:
    """The exit code of the command; errors of usage and interruptions answer in JSON too."""
    try:
        with main.make_context("allocator", sys.argv[1:]) as context:
            main.invoke(context)
    except click.ClickException as error:
        error.show()
        return _refused(UsageProblem(error.format_message()), error.exit_code)
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped. Nothing was written.", err=True)
        return _refused(Interrupted(), INTERRUPTED)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    except BrokenPipeError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_OUTLET:
            raise
        # Whatever it is, one line and an exit code.
        return _unforeseen(error)
    return 0


def _unforeseen(error: Exception) -> int:
    unforeseen = told(error)
    click.echo(str(unforeseen), err=True)
    return _refused(unforeseen, unforeseen.exit_code)


def _refused(error: AllocatorError, code: int) -> int:
    if "--json" in sys.argv:
        from allocator.answers import refusal_answer  # noqa: PLC0415 - loaded when needed

        print_json(refusal_answer(error))
    return code
