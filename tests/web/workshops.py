"""Workshops over HTTP: uploaded, allocated, waited for."""

import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

#: A small list that is allocated in no time.
SMALL = """Delegation,Delegates,Region
Kenya,1,Africa
Ghana,1,Africa
Togo,2,Africa
France,4,WEOG
Norway,3,WEOG
Malta,1,WEOG
Japan,5,Asia
India,1,Asia
"""
#: Seconds that a search may take, and between two looks.
PATIENCE, PAUSE = 60, 0.05


def uploaded(client: httpx.Client, content: bytes, file: str = "list.csv") -> str:
    """The id of a new workshop of a list."""
    answer = client.post("/api/workshops", params={"file": file}, content=content)
    assert 201 == answer.status_code, answer.text
    identity: str = answer.json()["id"]
    return identity


def allocated(
    client: httpx.Client,
    content: bytes,
    file: str = "list.csv",
    settings: Mapping[str, object] | None = None,
) -> str:
    """The id of a new workshop that has its rosters."""
    identity = uploaded(client, content, file)
    if settings:
        change(client, identity, "settings", {"settings": settings}, method="PUT")
    change(client, identity, "allocate")
    told = finished(client, identity)
    assert "done" == told["job"]["stage"], (told["job"], told["list"])
    return identity


def change(
    client: httpx.Client,
    identity: str,
    name: str,
    body: Mapping[str, object] | None = None,
    *,
    method: str = "POST",
) -> dict[str, Any]:
    """The answer to a change of the newest revision, which must have been taken."""
    said = {"revision": revision(client, identity), **(body or {})}
    answer = client.request(method, f"/api/workshops/{identity}/{name}", json=said)
    assert answer.status_code in {200, 202}, answer.text
    told: dict[str, Any] = answer.json()
    return told


def revision(client: httpx.Client, identity: str) -> int:
    """The newest revision of a workshop."""
    number: int = whole(client, identity)["revision"]
    return number


def whole(client: httpx.Client, identity: str) -> dict[str, Any]:
    """Everything about a workshop."""
    answer = client.get(f"/api/workshops/{identity}")
    assert 200 == answer.status_code, answer.text
    told: dict[str, Any] = answer.json()
    return told


def finished(client: httpx.Client, identity: str) -> dict[str, Any]:
    """Everything about a workshop once its search is over."""
    return eventually(
        lambda: whole(client, identity), lambda told: bool(told["job"] and told["job"]["over"])
    )


def eventually(
    look: Callable[[], dict[str, Any]], done: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """What there is to see once it is as it should be."""
    end = time.monotonic() + PATIENCE
    while not done(seen := look()):
        assert time.monotonic() < end, seen.get("job")
        time.sleep(PAUSE)
    return seen
