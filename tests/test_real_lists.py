"""The six real lists: every goal at its bound, as an independent witness finds it."""

import json
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest
from builders import rows_of
from real_lists import real_list
from witness import Session, measure
from witness_optimum import optimum

import allocator
from allocator.allocation import Outcome
from allocator.workshop import Workshop

LISTS = ("01", "03", "04", "05", "07", "08")
#: The lists whose `whole` seating the witness proves within seconds, and in how many groups.
WHOLE = (
    *((number, groups) for number in ("03", "04", "05", "08") for groups in (2, 3)),
    ("01", 2),
    ("07", 2),
    pytest.param("01", 3, marks=pytest.mark.long),
)
#: The lists of which processes of their own are asked: one of head-counts and one of names.
TWICE = [
    pytest.param(number, marks=() if number in ("04", "05") else pytest.mark.long)
    for number in LISTS
]
ALLOCATOR = Path(sysconfig.get_path("scripts")) / "allocator"


def goals(outcome: Outcome) -> dict[str, int]:
    """Goal -> value reached."""
    return {score.name: score.value for score in outcome.goals}


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("number", LISTS)
def test_a_real_list_is_solved_to_the_optimum(number: str, groups: int) -> None:
    """The roster is proven, and the witness proves the same values."""
    workshop = allocator.read_list(real_list(number))

    outcome = allocator.allocate(workshop, groups=groups)
    proof = optimum(rows_of(workshop), Session(k=groups))

    assert outcome.status == "optimal"
    assert goals(outcome) == {score.name: score.bound for score in outcome.goals}
    assert goals(outcome) == proof.values
    assert proof.complete


@pytest.mark.parametrize(("number", "groups"), WHOLE)
def test_a_real_list_kept_whole_is_solved_to_the_optimum(number: str, groups: int) -> None:
    """With every delegation in one group the witness proves the same values."""
    workshop = allocator.read_list(real_list(number))

    outcome = allocator.allocate(workshop, groups=groups, seating="whole")
    proof = optimum(rows_of(workshop), Session(k=groups, seating="whole"))

    assert outcome.status == "optimal"
    assert goals(outcome) == proof.values
    assert proof.complete


@pytest.mark.parametrize("number", LISTS)
def test_a_real_list_upside_down_gives_the_same_roster(number: str) -> None:
    """P7: the order of the rows changes neither a value nor a seat."""
    workshop = allocator.read_list(real_list(number))
    turned = Workshop(delegations=workshop.delegations[::-1], language=workshop.language)

    one, other = (allocator.allocate(each, groups=3) for each in (workshop, turned))

    assert goals(one) == goals(other)
    assert dict(one.allocation.seats) == dict(other.allocation.seats)
    assert dict(one.allocation.places) == dict(other.allocation.places)


@pytest.mark.parametrize("number", TWICE)
def test_the_json_of_the_command_says_the_same_twice(number: str, tmp_path: Path) -> None:
    """P11: two processes with other hash seeds give one roster, which the witness recounts."""
    workshop = allocator.read_list(real_list(number))

    first, again = (printed(real_list(number), tmp_path / f"{seed}.xlsx", seed) for seed in "12")
    names = [group["name"] for group in first["groups"]]
    values, broken = measure(rows_of(workshop), Session(k=3), names, first["assignments"])

    assert first["assignments"] == again["assignments"]
    assert first["goals"] == again["goals"]
    assert broken == []
    assert first["goals"] == [
        {**goal, "name": name, "value": value, "bound": value}
        for goal, (name, value) in zip(first["goals"], values.items(), strict=True)
    ]


def printed(source: Path, output: Path, hash_seed: str) -> dict[str, list[dict[str, str]]]:
    """What `allocator allocate --json` prints for three groups."""
    command = [str(ALLOCATOR), "allocate", str(source), "-g", "3", "-o", str(output), "--json"]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    printed_object: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return printed_object
