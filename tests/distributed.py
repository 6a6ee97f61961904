"""What is handed out, as somebody uses it who has nothing else."""

import csv
import subprocess
from pathlib import Path

import httpx
from web.workshops import allocated, finished, whole

ROOT = Path(__file__).parents[1]
LISTS = ROOT / "examples" / "lists"
#: An Excel list, and an old one, which a process of its own reads.
LISTED = ("04_inc11_nueva_york_1995_ES.xlsx", "03_inc2_geneve_1991_participants_FR.xls")
STORY = ROOT / "examples" / "council-workshop"
#: A list of people with e-mail addresses, and settings with all that an export asks for.
PEOPLE = ROOT / "examples" / "exports" / "indico.csv"
SETTINGS = 'date = "2026-11-25"\ntime = "10:00-13:00"\n'


def done(*command: str | Path) -> str:
    """What a command prints; it may not fail."""
    run = subprocess.run(
        [str(each) for each in command], capture_output=True, text=True, check=False, timeout=900
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def allocates(folder: Path, *program: str | Path) -> None:
    """The program reads both lists, and its rosters hold."""
    for name in LISTED:
        rosters = folder / f"{Path(name).stem}.xlsx"
        done(*program, "allocate", LISTS / name, "-g", "3", "-o", rosters)
        done(*program, "verify", rosters)


def rebalances(folder: Path, *program: str | Path) -> None:
    """The program takes the next morning's list into rosters, and proves that nothing is better."""
    before, after = STORY / "rosters.xlsx", folder / "next.xlsx"
    done(
        *program, "rebalance", before, "--list", STORY / "list-next-morning.csv", "-o", after
    )  # fmt: skip
    done(*program, "verify", after, "--prove", "--from", before)


def rosters_of_people(folder: Path, *program: str | Path) -> Path:
    """A second version of rosters with names and addresses; somebody withdrew, somebody moved."""
    settings, late = folder / "event.toml", folder / "late.csv"
    settings.write_text(SETTINGS, encoding="utf-8")
    with PEOPLE.open(encoding="utf-8-sig", newline="") as there:
        rows = list(csv.reader(there))
    with late.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows[:-2])
    first, second = folder / "people.xlsx", folder / "people-2.xlsx"
    done(*program, "allocate", PEOPLE, "--settings", settings, "-g", "2", "-o", first)
    done(*program, "rebalance", first, "--list", late, "--tolerance", "0", "-o", second)
    return second


def through_the_page(visitor: httpx.Client, folder: Path) -> tuple[Path, Path]:
    """Rosters and their second version, made on the page with a browser's requests; downloaded."""
    listed = LISTS / LISTED[0]
    identity = allocated(visitor, listed.read_bytes(), listed.name, {"groups": 3})
    first = downloaded(visitor, f"/api/workshops/{identity}/rosters.xlsx", folder / "page.xlsx")
    answer = visitor.post(
        f"/api/workshops/{identity}/rebalance",
        params={"file": "late.csv", "mode": "list"},
        content=(STORY / "list-next-morning.csv").read_bytes(),
    )
    assert 202 == answer.status_code, answer.text
    assert "done" == finished(visitor, identity)["job"]["stage"]
    assert whole(visitor, identity)["changes"]
    second = downloaded(visitor, f"/api/workshops/{identity}/rosters.xlsx", folder / "page-2.xlsx")
    return first, second


def downloaded(visitor: httpx.Client, address: str, path: Path) -> Path:
    """The file at an address of the page, saved."""
    answer = visitor.get(address)
    assert 200 == answer.status_code, answer.text
    path.write_bytes(answer.content)
    return path
