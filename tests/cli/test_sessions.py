"""``--sessions``, from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from allocator.cli import main

LIST = "Delegation,Delegates\n" + "".join(
    f"{name},{people}\n"
    for name, people in {
        "France": 5, "Ghana": 4, "Kenya": 1, "Peru": 1, "Fiji": 1, "Chad": 1, "Oman": 1,
        "Cuba": 1, "Togo": 1, "Iraq": 1,
    }.items()
)  # fmt: skip


def run(*arguments: object) -> Result:
    """Run the program."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small list as a file."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def rosters(source: Path, tmp_path: Path) -> Path:
    """Its rosters in two sessions."""
    output = tmp_path / "rosters.xlsx"
    result = run("allocate", source, "-o", output, "-g", "2", "--sessions", "2")
    assert 0 == result.exit_code, result.output
    return output


def test_the_summary_shows_every_session_and_the_meetings(source: Path, tmp_path: Path) -> None:
    """A table of groups per session, and the goal at the end of the balance."""
    result = run("allocate", source, "-o", tmp_path / "r.xlsx", "-g", "2", "--sessions", "2")

    assert 0 == result.exit_code
    assert "Session 1" in result.stdout
    assert "Session 2" in result.stdout
    assert "Meetings of delegations" in result.stdout


def test_a_comparison_stands_before_all_sessions_and_their_goals(
    source: Path, tmp_path: Path
) -> None:
    """What was compared and taken, then every session under its heading, then the goals of all."""
    result = run("allocate", source, "-o", tmp_path / "r.xlsx", "-g", "2,3", "--sessions", "2")
    parts = ["3 groups", "Taken:", "Session 1", "Session 2", "Meetings of delegations"]
    places = [result.stdout.find(part) for part in parts]

    assert 0 == result.exit_code
    assert -1 not in places
    assert sorted(places) == places
    assert (1, 1) == (result.stdout.count("Session 1"), result.stdout.count("Session 2"))


def test_json_has_the_sessions_after_the_first(source: Path, tmp_path: Path) -> None:
    """Each with its groups and assignments; the goal is the last one."""
    result = run(
        "allocate", source, "-o", tmp_path / "r.xlsx", "-g", "2", "--sessions", "3", "--json"
    )
    answer = json.loads(result.stdout)

    assert [17, 17] == [
        sum(row["delegates"] for row in session["assignments"]) for session in answer["sessions"]
    ]
    assert [17, 17] == [
        sum(row["delegates"] for row in session["groups"]) for session in answer["sessions"]
    ]
    assert ("meetings", "pairs") == (answer["goals"][-1]["name"], answer["goals"][-1]["unit"])


def test_a_settings_file_may_ask_for_sessions(source: Path, tmp_path: Path) -> None:
    """``sessions = 2`` is the same as the option."""
    settings = tmp_path / "event.toml"
    settings.write_text("groups = 2\nsessions = 2\n", encoding="utf-8")
    result = run("allocate", source, "-o", tmp_path / "r.xlsx", "--settings", settings, "--json")

    assert 1 == len(json.loads(result.stdout)["sessions"])


def test_verify_proves_every_session(rosters: Path) -> None:
    """The goals of balance, and that no choice lets more delegations meet."""
    result = run("verify", rosters, "--prove", "--json")
    answer = json.loads(result.stdout)

    assert (0, "proven") == (result.exit_code, answer["status"])
    assert "meetings" == answer["goals"][-1]["name"]


@pytest.mark.parametrize("command", ["rebalance", "compare"])
def test_what_takes_one_session_refuses_several(
    command: str, rosters: Path, source: Path, tmp_path: Path
) -> None:
    """Exit code 2, and what to do."""
    arguments = {
        "rebalance": (rosters, "--list", source, "-o", tmp_path / "next.xlsx"),
        "compare": (rosters, rosters),
    }[command]
    result = run(command, *arguments)

    assert 2 == result.exit_code
    assert "sessions" in result.stderr
    assert not (tmp_path / "next.xlsx").exists()
