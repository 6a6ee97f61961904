"""Workshops in every state that the page knows, made over HTTP before a browser looks at them."""

from collections.abc import Mapping
from functools import cached_property

import httpx
from benchmarks.large_list import frame_like
from web.browser.inc_list import LIST, SPOILED
from web.workshops import SMALL, allocated, change, finished, uploaded, whole

#: Delegations of the list for which no search is over soon, and its groups.
HARD, GROUPS = 400, 12
#: What a user may say about groups and rules.
SETTINGS = {
    "meeting": "Council",
    "theme": "Fisheries",
    "date": "Wednesday, 25 November",
    "group": [
        {
            "name": "Blue",
            "room": "R 1",
            "capacity": 200,
            "languages": "en, fr",
            "chair": "Albania*",
        },
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


class Shelf:
    """Workshops of an office, each made when a test first asks for it; all are known by their ids.

    ``office`` is who makes them.
    """

    def __init__(self, office: httpx.Client) -> None:
        """An empty shelf."""
        self.office = office
        self._inc = LIST.read_bytes()

    @cached_property
    def spoiled(self) -> str:
        """A list with problems."""
        return uploaded(self.office, SPOILED.encode(), "spoiled.csv")

    @cached_property
    def sound(self) -> str:
        """A list that can be used."""
        return uploaded(self.office, self._inc, LIST.name)

    @cached_property
    def ruled(self) -> str:
        """Groups and rules."""
        return self._with_settings(self._inc, LIST.name, SETTINGS)

    @cached_property
    def clashing(self) -> str:
        """Rules that cannot hold together."""
        return self._with_settings(SMALL.encode(), "list.csv", CLASH)

    @cached_property
    def hard(self) -> str:
        """A list whose search takes long, like the real one but longer."""
        text: str = frame_like(str(LIST), HARD).to_csv(index=False)
        return self._with_settings(text.encode(), "hard.csv", {"groups": GROUPS, "time_limit": 300})

    @cached_property
    def board(self) -> str:
        """Rosters of the real list."""
        return allocated(self.office, self._inc, LIST.name)

    @cached_property
    def moved(self) -> str:
        """A board with a card that was moved, and a card that is pinned."""
        identity = allocated(self.office, SMALL.encode(), settings={"groups": 2})
        groups = whole(self.office, identity)["board"]["groups"]
        card, other = groups[0]["cards"][:2]
        move = {"delegation": card["delegation"], "from": 0, "to": 1, "people": card["carries"]}
        change(self.office, identity, "moves", move)
        pin = {"delegation": other["delegation"], "group": 0, "pinned": True}
        change(self.office, identity, "pins", pin)
        return identity

    @cached_property
    def rebalanced(self) -> str:
        """Rosters of the real list into which late delegations were taken."""
        return self._rebalanced(self._inc, LIST.name)

    @cached_property
    def renewed(self) -> str:
        """The same with a small list."""
        return self._rebalanced(SMALL.encode(), "list.csv")

    def _with_settings(self, content: bytes, file: str, said: Mapping[str, object]) -> str:
        identity = uploaded(self.office, content, file)
        change(self.office, identity, "settings", {"settings": said}, method="PUT")
        return identity

    def _rebalanced(self, content: bytes, file: str) -> str:
        identity = allocated(self.office, content, file)
        late = b"Delegation,Delegates,Region\nSan Marino,2,Europe\nPalau,9,Asia\n"
        where = f"/api/workshops/{identity}/rebalance"
        answer = self.office.post(where, params={"file": "late.csv", "mode": "add"}, content=late)
        assert 202 == answer.status_code, answer.text
        finished(self.office, identity)
        return identity
