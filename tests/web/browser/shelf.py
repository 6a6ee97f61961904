"""Workshops in every state that the page knows, made over HTTP before a browser looks at them."""

from dataclasses import dataclass

import httpx
from benchmarks.large_list import frame_like
from web.browser.inc_list import LIST, SPOILED
from web.serving import Server
from web.workshops import allocated, change, finished, uploaded, whole

#: Delegations of the list for which no search is over soon, and its groups.
HARD, GROUPS = 400, 12
#: What a user may say about groups and rules.
SETTINGS = {
    "meeting": "Council",
    "theme": "Fisheries",
    "date": "Wednesday, 25 November",
    "group": [
        {"name": "Blue", "room": "R 1", "capacity": 200, "languages": "en, fr", "chair": "Albania*"},
        {"name": "Green", "room": "R 2", "capacity": 180},
        {"name": "Red", "room": "R 3"},
    ],
    "rule": [
        {"rule": "in", "who": "Benin*", "with": "Blue", "note": "asked for it"},
        {"rule": "apart", "who": "China*", "with": "Japón*"},
        {"rule": "at least", "who": "Argelia*", "with": "Green", "number": 1},
    ],
}
#: Rules that cannot hold together.
CLASH = {
    "groups": 2,
    "rule": [
        {"rule": "together", "who": "Malta", "with": "India"},
        {"rule": "apart", "who": "Malta", "with": "India"},
    ],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The ids of workshops, one for each state; ``office`` is who made them."""

    office: httpx.Client
    spoiled: str
    sound: str
    ruled: str
    clashing: str
    hard: str
    board: str
    moved: str
    rebalanced: str
    renewed: str


def filled(server: Server, small: bytes) -> Shelf:
    """The shelf of a server behind a proxy; ``small`` is a list that is soon allocated."""
    office = server.visitor("Ama")
    inc = LIST.read_bytes()
    ruled, clashing = uploaded(office, inc, LIST.name), uploaded(office, small)
    change(office, ruled, "settings", {"settings": SETTINGS}, method="PUT")
    change(office, clashing, "settings", {"settings": CLASH}, method="PUT")
    return Shelf(
        office=office,
        spoiled=uploaded(office, SPOILED.encode(), "spoiled.csv"),
        sound=uploaded(office, inc, LIST.name),
        ruled=ruled,
        clashing=clashing,
        hard=_hard(office),
        board=allocated(office, inc, LIST.name),
        moved=_moved(office, small),
        rebalanced=_rebalanced(office, inc, LIST.name),
        renewed=_rebalanced(office, small, "list.csv"),
    )


def hard_list() -> bytes:
    """Delegations for so many groups that the proof takes long, like those of the real list."""
    text: str = frame_like(str(LIST), HARD).to_csv(index=False)
    return text.encode()


def _hard(office: httpx.Client) -> str:
    identity = uploaded(office, hard_list(), "hard.csv")
    said = {"groups": GROUPS, "time_limit": 300}
    change(office, identity, "settings", {"settings": said}, method="PUT")
    return identity


def _moved(office: httpx.Client, content: bytes) -> str:
    """A board with a card that was moved, and a card that is pinned."""
    identity = allocated(office, content, settings={"groups": 2})
    groups = whole(office, identity)["board"]["groups"]
    card, other = groups[0]["cards"][:2]
    move = {"delegation": card["delegation"], "from": 0, "to": 1, "people": card["carries"]}
    change(office, identity, "moves", move)
    pin = {"delegation": other["delegation"], "group": 0, "pinned": True}
    change(office, identity, "pins", pin)
    return identity


def _rebalanced(office: httpx.Client, content: bytes, file: str) -> str:
    """Rosters into which two late delegations were taken."""
    identity = allocated(office, content, file)
    late = b"Delegation,Delegates,Region\nSan Marino,2,Europe\nPalau,9,Asia\n"
    where = f"/api/workshops/{identity}/rebalance"
    answer = office.post(where, params={"file": "late.csv", "mode": "add"}, content=late)
    assert 202 == answer.status_code, answer.text
    finished(office, identity)
    return identity
