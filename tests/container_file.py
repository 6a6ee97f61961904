"""The container file: as it is written, and as it is followed where there are no containers."""

import os
import shlex
import shutil
import subprocess
import venv
from pathlib import Path

from distributed import ROOT

#: The one place beside the folder of the workshops where the program may write.
TEMPORARY = "/tmp"  # noqa: S108 - in the container it is empty, and nobody else's
FILE = ROOT / "docs" / "deploy" / "Dockerfile"


def instructions() -> list[tuple[str, str]]:
    """Every instruction of the file in order, with what it says, on one line."""
    text = FILE.read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(name, said) for name, _, said in (line.partition(" ") for line in lines)]


def said(wanted: str) -> list[str]:
    """What each instruction of a kind says."""
    return [said for name, said in instructions() if name == wanted]


def copied() -> list[str]:
    """The files and folders of the project that go into the image."""
    copies = [shlex.split(each) for each in said("COPY") if not each.startswith("--from")]
    return [name for *names, _ in copies for name in names]


def followed(folder: Path) -> None:
    """Make ``image`` in a folder, an environment as the file says, but for the user."""
    source = folder / "source"
    for name in copied():
        there = source / name
        there.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, there)
    venv.create(folder / "image", with_pip=True)
    path = f"{folder / 'image' / 'bin'}:{os.environ['PATH']}"
    for command in said("RUN"):
        shell = command.partition(" && ")[0].replace("/wheels", str(folder / "wheels"))
        subprocess.run(
            ["sh", "-c", shell], check=True, cwd=source, env={**os.environ, "PATH": path}
        )


def confined(programs: Path, writable: Path, *, network: bool = False) -> tuple[str | Path, ...]:
    """The words that start a program of ``programs`` where only ``writable`` can be written.

    Beside it there is ``/tmp``, empty and in memory. The user is none that the machine knows and
    has no rights; the environment is empty, and without ``network`` no machine can be reached.
    """
    user, _, group = said("USER")[0].partition(":")
    return (
        *("bwrap", "--die-with-parent", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"),
        *("--tmpfs", TEMPORARY, "--ro-bind", ROOT, ROOT),
        *("--ro-bind", programs.parent, programs.parent, "--bind", writable, writable),
        *("--unshare-user", "--uid", user, "--gid", group, "--cap-drop", "ALL", "--unshare-pid"),
        *(() if network else ("--unshare-net",)),
        *("--clearenv", "--setenv", "PATH", f"{programs}:/usr/bin:/bin", "--chdir", TEMPORARY),
    )
