"""docs/page-1.schema.json is the form of every answer of the page to programs."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from forms import described, faults
from from_program.keys import schema
from pages import ROOT
from web.desks import without
from web.serving import serving
from web.workshops import SMALL, change, finished, revision, uploaded, whole

PAGE = "page-1"
SCHEMA = schema(PAGE)
DOCUMENT = (ROOT / "docs" / "page-json.md").read_text("utf-8")
NAMED = "Country,First name,Last name,Role,Category\n" + "".join(
    f"{name},{first},of {name},{role},{kind}\n"
    for name, kind in (("France", "State"), ("Kenya", "State"), ("FAO", "Organization"))
    for first, role in (("Ama", "chair"), ("Jan", ""), ("Li", ""))
)
TOGETHER = {"rule": "together", "who": "Kenya; Ghana"}
APART = {"rule": "apart", "who": "Kenya; Ghana"}
#: Form -> an answer of that form; several where an address answers in several ways.
Answers = dict[str, list[Any]]


class Talk:
    """A program that talks to the page and keeps what it was answered, by form."""

    def __init__(self, client: httpx.Client) -> None:
        """Nothing was said yet."""
        self.client = client
        self.answers: Answers = {}

    def ask(self, form: str, method: str, address: str, **more: Any) -> Any:  # noqa: ANN401 - JSON
        """An answer, which is kept under the form that it is to have."""
        told = self.client.request(method, f"/api/workshops{address}", **more).json()
        self.answers.setdefault(form, []).append(told)
        return told

    def change(self, form: str, workshop: str, name: str, **said: Any) -> Any:  # noqa: ANN401 - JSON
        """The answer to a change of the newest revision."""
        body = {"revision": revision(self.client, workshop), **said}
        method = "PUT" if name == "settings" else "POST"
        return self.ask(form, method, f"/{workshop}/{name}", json=body)

    def search(self, workshop: str, name: str, **said: Any) -> None:  # noqa: ANN401 - JSON
        """A search to its end, and the workshop as it is then."""
        self.change("started", workshop, name, **said)
        self.answers.setdefault("workshop", []).append(finished(self.client, workshop))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """What the page answered in a talk about everything that it can do."""
    with serving(tmp_path_factory.mktemp("page")) as server, server.visitor() as client:
        talk = Talk(client)
        one = of_head_counts(talk)
        of_names(talk)
        events(talk, one)
        refusals(talk, one)
        yield talk.answers


def of_head_counts(talk: Talk) -> str:
    """A list from its upload to a re-balance, with changes by hand; its workshop."""
    content = {"params": {"file": "list.csv"}, "content": SMALL.encode()}
    one: str = talk.ask("created", "POST", "", **content)["id"]
    talk.ask("workshop", "GET", f"/{one}")
    talk.ask("shown", "GET", f"/{one}/board")
    talk.ask("replaced", "PUT", f"/{one}/list", **content)
    talk.change("replaced", one, "columns", columns={"region": "C"})
    talk.change("changed", one, "settings", settings={"groups": "2,3", "rule": [TOGETHER]})
    talk.search(one, "allocate")
    talk.ask("stopped", "POST", f"/{one}/stop")
    talk.change("moved", one, "moves", **a_move(talk.ask("shown", "GET", f"/{one}/board")["board"]))
    talk.search(one, "suggestions")
    talk.change("moved", one, "take", suggestion=0)
    talk.change("moved", one, "undo")
    talk.change("moved", one, "redo")
    place = {"delegation": cards(talk, one)[0]["delegation"], "group": 0}
    talk.change("changed", one, "pins", **place, pinned=True)
    talk.change("changed", one, "pins", **place, pinned=False)
    talk.search(one, "why", who="Kenya")
    gone = [card["name"] for card in cards(talk, one) if card["whole"]]
    late = {"params": {"file": "late.csv"}, "content": without(SMALL, *gone).encode()}
    talk.ask("started", "POST", f"/{one}/rebalance", **late)
    told = finished(talk.client, one)
    talk.answers["workshop"].append(told)
    talk.search(one, "frontier", moves=told["changes"]["frontier"][-1]["moves"])
    talk.change("changed", one, "restore", number=told["revision"])
    return one


def of_names(talk: Talk) -> None:
    """A list with names, categories and rules that cannot hold together."""
    two = uploaded(talk.client, NAMED.encode())
    rooms = [{"name": "A", "room": "I", "capacity": 6, "languages": ["en"]}, {"name": "B"}]
    change(
        talk.client, two, "settings", {"settings": {"group": rooms, "sessions": 2}}, method="PUT"
    )
    talk.search(two, "allocate")
    clash = {"group": rooms, "rule": [{**TOGETHER, "who": "Ama of Kenya; Jan of Kenya"},
                                      {**APART, "who": "Ama of Kenya; Jan of Kenya"}]}  # fmt: skip
    change(talk.client, two, "settings", {"settings": clash}, method="PUT")
    talk.search(two, "allocate")
    bad = {"params": {"file": "bad.csv"}, "content": b"Country,Delegates\nPeru,3 pax\n"}
    talk.ask("created", "POST", "", **bad)
    talk.ask("workshops", "GET", "")
    talk.ask("deleted", "DELETE", f"/{two}")


def events(talk: Talk, workshop: str) -> None:
    """What whoever listens is told of a change."""
    with talk.client.stream("GET", f"/api/workshops/{workshop}/events") as stream:
        lines = stream.iter_lines()
        change(talk.client, workshop, "settings", {"settings": {"theme": "Work"}}, method="PUT")
        kind = ""
        for line in lines:
            kind = line.removeprefix("event: ") if line.startswith("event: ") else kind
            if line.startswith("data: "):
                form = {"changed": "changed_event", "job": "job"}[kind]
                told = json.loads(line.removeprefix("data: "))
                talk.answers.setdefault(form, []).append(told)
            if kind == "changed" and line.startswith("data: "):
                return


def refusals(talk: Talk, workshop: str) -> None:
    """A setting that cannot be, a workshop that is not there, a change that came too late."""
    talk.change("failure", workshop, "settings", settings={"seating": "sideways"})
    talk.ask("failure", "GET", "/nowhere")
    talk.ask("failure", "POST", f"/{workshop}/undo", json={"revision": 0})


def cards(talk: Talk, workshop: str) -> list[dict[str, Any]]:
    """Who sits in the first group."""
    found: list[dict[str, Any]] = whole(talk.client, workshop)["board"]["groups"][0]["cards"]
    return found


def a_move(board: dict[str, Any]) -> dict[str, Any]:
    """A person of the first card into the second group."""
    card = board["groups"][0]["cards"][0]
    return {"delegation": card["delegation"], "from": 0, "to": 1, "people": card["carries"]}


@pytest.mark.parametrize("form", [each["$ref"].rsplit("/", 1)[-1] for each in SCHEMA["anyOf"]])
def test_an_answer_has_its_form_and_nothing_more(form: str, answers: Answers) -> None:
    """What the page answers has every key of the schema, of its type, and no other key."""
    assert [] == [fault for each in answers[form] for fault in faults(form, each, PAGE)]


def test_the_answers_show_everything_that_the_forms_can_hold(answers: Answers) -> None:
    """Boards, changes, suggestions, conflicts and people stood in the answers that were held."""
    told = answers["workshop"]
    boards = [each["board"] for each in told if each["board"]]
    groups = [group for board in boards for group in board["groups"]]
    changes = [each["changes"] for each in told if each["changes"]]
    shown = {
        "frontier": any(each["frontier"] for each in changes),
        "letters": any(each["letters"] for each in changes),
        "suggestions": any(each["suggestions"] for each in told),
        "why": any(each["why"]["lines"] for each in told),
        "clashes": any(each["job"] and each["job"]["clashes"] for each in told),
        "choice": any(board["choice"] for board in boards),
        "people": any(card["delegates"] for group in groups for card in group["cards"]),
        "errors": any(each["list"]["errors"] for each in answers["created"]),
        "findings": any(each["findings"] for each in answers["failure"]),
    }

    assert [] == [name for name, is_shown in shown.items() if not is_shown]


def test_every_key_says_what_it_means() -> None:
    """Each key of each form has a description."""
    forms = SCHEMA["$defs"].items()

    assert [] == [(name, key) for name, form in forms for key, told in described(form) if not told]


def test_the_page_of_the_documentation_has_every_form_once() -> None:
    """docs/page-json.md shows the keys of each form and each part."""
    shown = re.findall(rf"keys {PAGE} (\w+) -->$", DOCUMENT, re.MULTILINE)

    assert sorted(SCHEMA["$defs"]) == sorted(shown)


def test_every_form_of_an_address_is_a_form_of_the_schema() -> None:
    """The table of addresses in docs/web.md names forms that are there."""
    web = (ROOT / "docs" / "web.md").read_text("utf-8")
    named = set(re.findall(r"page-json\.md#([a-z-]+)\)", web))

    assert named <= {name.replace("_", "-") for name in SCHEMA["$defs"]} | {"parts"}
    assert len(named) > 5
