"""The container file says what is promised of it, without a container being there to ask."""

import json
import re
import shlex
import tomllib

from container_file import FILE, copied, instructions, said
from distributed import ROOT
from packaging.specifiers import SpecifierSet
from pages import blocks

from allocator.cli.serve import serve

#: What may stand in it; nothing that fetches (``ADD``), and nothing that opens a shell (``CMD``).
KNOWN = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "HEALTHCHECK",
         "ENTRYPOINT"}  # fmt: skip


def test_it_fetches_nothing_but_packages() -> None:
    """No address of a machine, no other host of packages, no instruction that is not known."""
    text = FILE.read_text("utf-8")

    assert set() == {name for name, _ in instructions()} - KNOWN
    assert [] == re.findall(r"https?://|--index|--extra|--trusted|--find-links", text)


def test_its_python_is_one_that_the_program_runs_on() -> None:
    """A named version, the same in both stages."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    images = {image.partition(" AS ")[0] for image in said("FROM")}
    (version,) = {image.removeprefix("python:").removesuffix("-slim") for image in images}

    assert SpecifierSet(project["requires-python"]).contains(f"{version}.0")


def test_what_it_copies_is_there() -> None:
    """In the folder of the project, and all that the wheel is made of."""
    assert {"allocator", "docs/license.md", "pyproject.toml", "README.md"} == set(copied())
    assert [] == [name for name in copied() if not (ROOT / name).exists()]


def test_nothing_else_reaches_the_builder() -> None:
    """Lists of people may lie in the folder of the project."""
    lines = FILE.with_name("Dockerfile.dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if not line.startswith("#")]
    let_in = [rule.removeprefix("!") for rule in rules if rule.startswith("!")]

    assert "*" == rules[0]
    assert set(copied()) == set(let_in)


def test_it_runs_as_a_user_without_rights() -> None:
    """Named by numbers, so that whoever runs it can see that it is not root."""
    (user,) = said("USER")
    order = [name for name, _ in instructions()]

    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    assert order.index("USER") > max(at for at, name in enumerate(order) if name == "RUN")


def test_it_looks_after_the_port_that_it_serves() -> None:
    """One number in the three places."""
    (entry,), (port,), (health,) = said("ENTRYPOINT"), said("EXPOSE"), said("HEALTHCHECK")
    words = json.loads(entry)

    assert port == words[words.index("--port") + 1]
    assert f"('127.0.0.1', {port})" in json.loads(health.partition("CMD ")[2])[2]


def test_the_command_of_the_page_is_one_that_the_program_understands() -> None:
    """What docs/install.md gives the container goes together with what the container says."""
    commands = "\n".join(blocks("docs/install.md", "bash")).replace("\\\n", " ").splitlines()
    (line,) = (line for line in commands if line.startswith("docker run"))
    _, _, told = line.rpartition(" allocator ")
    (entry,), (volume,) = said("ENTRYPOINT"), said("VOLUME")
    program, command, *words = json.loads(entry)
    asked = serve.make_context(command, [*words, *shlex.split(told)]).params

    assert ("allocator", "serve") == (program, command)
    assert volume == str(asked["folder"])
    assert asked["proxy"]
    assert asked["user_header"]
    assert asked["public_hosts"]
    assert {"--read-only", "--tmpfs", "--cap-drop", "no-new-privileges"} <= set(shlex.split(line))
