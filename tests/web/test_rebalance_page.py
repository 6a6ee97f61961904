"""The re-balance over HTTP, from a late list to workbooks that the program verifies."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from web.desks import without
from web.workshops import SMALL, allocated, change, finished, revision

from allocator.proof import Verdict, verdict_on

#: Two leave, one comes with three people.
LATE = without(SMALL, "Kenya", "Malta") + "Palau,3,Asia\n"


def rebalanced(client: httpx.Client, identity: str, text: str, **more: str) -> dict[str, Any]:
    """Everything about a workshop into which a late list was taken."""
    answer = client.post(
        f"/api/workshops/{identity}/rebalance",
        params={"file": "late.csv", "revision": str(revision(client, identity)), **more},
        content=text.encode(),
    )
    assert 202 == answer.status_code, answer.text
    told = finished(client, identity)
    assert "done" == told["job"]["stage"], told["job"]
    return told


def proven(client: httpx.Client, identity: str, folder: Path) -> Verdict:
    """What ``verify --prove --from`` says of the two workbooks that are downloaded."""
    paths = []
    for name in ("rosters.xlsx", "published.xlsx"):
        answer = client.get(f"/api/workshops/{identity}/{name}")
        assert 200 == answer.status_code
        paths.append(folder / name)
        paths[-1].write_bytes(answer.content)
    return verdict_on(paths[0], prove=True, previous=paths[1], time_limit=60)


def people(told: dict[str, Any]) -> dict[str, int]:
    """Name of a delegation -> its people on the board."""
    seated: dict[str, int] = {}
    for group in told["board"]["groups"]:
        for card in group["cards"]:
            seated[card["name"]] = seated.get(card["name"], 0) + card["people"]
    return seated


def test_a_late_list_is_taken_in_and_another_point_of_the_frontier(
    client: httpx.Client, tmp_path: Path
) -> None:
    """The new are seated, those who left are gone; both workbooks are proven at each point."""
    identity = allocated(client, SMALL.encode(), settings={"groups": 2})
    before = client.get(f"/api/workshops/{identity}/rosters.xlsx").content
    told = rebalanced(client, identity, LATE)
    first = proven(client, identity, tmp_path)
    change(client, identity, "frontier", {"moves": 0})
    again = finished(client, identity)
    second = proven(client, identity, tmp_path)

    assert ("proven", "proven") == (first.status, second.status)
    assert ((), ()) == (first.findings, second.findings)
    assert before == (tmp_path / "published.xlsx").read_bytes()
    assert {"Palau": 3} == {name: n for name, n in people(told).items() if name == "Palau"}
    assert {"Kenya", "Malta"}.isdisjoint(people(told))
    assert people(told) == people(again)
    assert [] == again["changes"]["moved"]
    assert ["rebalanced", "rebalanced"] == [each["kind"] for each in again["versions"][:2]]


def test_additions_alone_leave_everybody_else_on_the_list(
    client: httpx.Client, tmp_path: Path
) -> None:
    """With ``mode=add`` nobody is taken for withdrawn."""
    identity = allocated(client, SMALL.encode(), settings={"groups": 2})
    told = rebalanced(client, identity, "Delegation,Delegates,Region\nPalau,3,Asia\n", mode="add")
    verdict = proven(client, identity, tmp_path)

    assert ("proven", ()) == (verdict.status, verdict.findings)
    assert 9 == len(people(told))
    assert 3 == people(told)["Palau"]


@pytest.mark.parametrize(
    ("content", "mode", "told"),
    [
        (b"Delegation,Delegates\nKenya,x\n", "list", (422, "E-LIST")),
        (LATE.encode(), "other", (400, "E-REQUEST")),
        (b"PK\x03\x04", "list", (422, "E-LIST")),
    ],
)
def test_what_cannot_be_taken_in_changes_nothing(
    client: httpx.Client, content: bytes, mode: str, told: tuple[int, str]
) -> None:
    """A list with problems, a mode that is none, a file that is damaged."""
    identity = allocated(client, SMALL.encode())
    answer = client.post(
        f"/api/workshops/{identity}/rebalance",
        params={"file": "late.csv", "mode": mode},
        content=content,
    )

    assert told == (answer.status_code, answer.json()["error"]["code"])
    assert 2 == revision(client, identity)


def test_before_a_re_balance_there_is_none_to_go_on_with(client: httpx.Client) -> None:
    """Neither another point of it, nor the workbook that it began with."""
    identity = allocated(client, SMALL.encode())
    answers = [
        client.post(f"/api/workshops/{identity}/frontier", json={"revision": 2, "moves": 1}),
        client.get(f"/api/workshops/{identity}/published.xlsx"),
    ]

    assert [409, 409] == [answer.status_code for answer in answers]
    assert 1 == len({answer.json()["error"]["message"] for answer in answers})
