"""Every page: names are escaped and isolated, nothing is inline, all controls have labels."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk_contents import (
    HOSTILE,
    SESSION,
    a_content,
    a_revision,
    with_changes,
    with_moves,
    with_pin,
)
from outcomes import a_head_count_list, a_named_list
from page_outline import Outline

from allocator.by_hand import HandMove
from allocator.changes import Point
from allocator.clash import Clash
from allocator.delegation import Delegation, DelegationId
from allocator.findings import Place
from allocator.intake import examine
from allocator.remarks.wording import error
from allocator.settings import Group
from allocator.web.jobs import Stage, Standing
from allocator.web.rendering import render
from allocator.web.revision import Content
from allocator.web.store import Line, Shelved
from allocator.web.views import (
    board_view,
    changes_view,
    job_view,
    list_view,
    page_view,
    settings_view,
    shelf_view,
    versions_view,
)
from allocator.web.views.clashes import clash_views
from allocator.web.views.findings import finding_views

VIEWS = ("list", "settings", "board", "changes", "versions", "exports", "addresses", "compared",
         "job", "suggestions", "why")  # fmt: skip


def hostile_list() -> Any:  # noqa: ANN401 - a workshop
    """A list whose names, regions and categories are markup."""
    workshop = a_head_count_list()
    delegations = [
        replace(each, name=f"{HOSTILE} {number}", region=HOSTILE, category=HOSTILE)
        for number, each in enumerate(workshop.delegations)
    ]
    return replace(workshop, delegations=tuple(delegations))


def page(step: str, content: Content, **views: object) -> str:
    """The page of a step."""
    made: dict[str, Any] = {f"{name}_view": views.get(name) for name in VIEWS}
    frame = page_view("0123", HOSTILE, a_revision(content), step)
    return render("workshop.html", page=frame, **made)


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Every page with hostile names: what it is called, and its HTML."""
    content = a_content(hostile_list(), settings=replace(SESSION, meeting=HOSTILE))
    first: Delegation = hostile_list().delegations[0]
    touched = with_moves(
        with_pin(content, "KEN", 1), [HandMove(delegation=first.id, origin=0, target=1)]
    )
    waiting = job_view(Standing(kind="allocated", stage=Stage.WAITING), 1)
    findings = (error("E-RULE", Place(sheet=HOSTILE, row=2, column=3), HOSTILE, HOSTILE),)
    failed = job_view(Standing(kind="why", stage=Stage.FAILED, error=HOSTILE, findings=findings), 0)
    yield "board", page("board", touched, board=board_view(touched), job=waiting)
    named = a_content(a_named_list())
    yield "named board", page("board", named, board=board_view(named), job=failed)
    points = (Point(moves=0, goals={"size": 1}, sizes=(8, 8), chosen=True),)
    others = replace(points[0], moves=2, chosen=False)
    after = with_changes(content, delegation=first.name, frontier=(*points, others))
    yield "changes", page("changes", after, changes=changes_view(after))
    path = folder / "list.csv"
    path.write_text("Delegation,Delegates,Extra\nFrance,x,y\n<b>,2,z\n", "utf-8")
    refused = Content(examination=examine(path))
    yield "refused list", page("list", refused, list=list_view(refused))
    path.write_text("Delegation,Delegates,Extra\nFrance,3,y\n<b>,2,z\n", "utf-8")
    said = {
        "group": [{"name": HOSTILE, "capacity": 3, "languages": ["en"]}],
        "rule": [{"rule": "in", "who": HOSTILE, "group": HOSTILE}],
    }
    listed = Content(examination=examine(path), said=said)
    yield "list", page("list", listed, list=list_view(listed))
    yield "settings", page("settings", listed, settings=settings_view(listed))
    line = Line(number=1, who=HOSTILE, when="2026", kind="list", what=HOSTILE, content={})
    written = [{"group": HOSTILE, "number": 1, "addresses": HOSTILE}]
    row = {**dict.fromkeys(("delegation", "name", "from", "to"), HOSTILE), "people": 1}
    other = {"number": 1, "problem": "", "lines": [HOSTILE], "moved": [row], "new": [], "left": [],
             "goals": [{"title": HOSTILE, "before": 0, "after": 1}]}  # fmt: skip
    views = {"versions": versions_view([line]), "addresses": written, "compared": other}
    yield "versions", page("versions", content, **views)
    shelf = shelf_view([Shelved(id="0123", owner="", name=HOSTILE, used="2026-11-23T09:30")])
    yield "start", render("start.html", shelf=shelf, keeps=False)
    frame = page_view("0123", "", a_revision(content), "board")
    why = render("fragments/why.html", page=frame, why_view=[HOSTILE])
    clash = Clash(claim=HOSTILE, demands=findings, reason=HOSTILE, remedies=(HOSTILE,), groups=2)
    told = "".join(
        render("fragments/alert.html", title="No.", message=HOSTILE, code="E-X",
               findings=finding_views(findings), clashes=clash_views(clashes))
        for clashes in ((), (clash,))
    )  # fmt: skip
    step = {"index": 0, "moves": 1, "sentence": HOSTILE, "gains": [], "steps": []}
    wanted = render("fragments/suggestions.html", page=frame, suggestions_view=[step])
    yield "fragments", why + told + wanted


@pytest.fixture(name="rendered")
def every_page(tmp_path: Path) -> list[tuple[str, str]]:
    """All of them."""
    return list(pages(tmp_path))


def test_hostile_names_stay_text(rendered: list[tuple[str, str]]) -> None:
    """No element comes from a name, and none has a handler."""
    outlines = [Outline(text) for _, text in rendered]

    assert [] == [
        (tag, key)
        for outline in outlines
        for tag, attributes in outline.elements
        for key in attributes
        if tag == "img" or key.startswith("on")
    ]


def test_names_are_isolated(rendered: list[tuple[str, str]]) -> None:
    """A name with a right-to-left override turns nothing round it: it stands in ``bdi``."""
    outlines = {name: Outline(text) for name, text in rendered}

    assert [] == [name for name, outline in outlines.items() if "\u202e" in outline.bare]
    assert all("\u202e" in outlines[name].isolated for name in ("board", "changes", "versions"))


def test_nothing_is_inline(rendered: list[tuple[str, str]]) -> None:
    """The policy of the page has neither inline scripts nor inline styles."""
    outlines = [Outline(text) for _, text in rendered]
    elements = [each for outline in outlines for each in outline.elements]

    assert [] == [tag for tag, attributes in elements if "style" in attributes or tag == "style"]
    assert {"/static/page.js"} == {
        attributes.get("src") for tag, attributes in elements if tag == "script"
    }


def test_every_identity_is_unique(rendered: list[tuple[str, str]]) -> None:
    """Labels, focus and fragments find what they mean."""
    for name, text in rendered:
        identities = [
            attributes["id"] for _, attributes in Outline(text).elements if "id" in attributes
        ]
        assert (name, len(set(identities))) == (name, len(identities))


def test_every_control_has_a_label(rendered: list[tuple[str, str]]) -> None:
    """Inputs and choices have a label around them, for them, or as an attribute."""
    assert [] == [
        (name, control) for name, text in rendered for control in Outline(text).unlabelled
    ]


def test_every_button_has_a_name(rendered: list[tuple[str, str]]) -> None:
    """A button that shows a sign only says in words what it does."""
    signs = [
        attributes
        for _, text in rendered
        for tag, attributes in Outline(text).elements
        if tag == "button" and "icon" in str(attributes.get("class")).split()
    ]

    assert signs
    assert [] == [attributes for attributes in signs if not attributes.get("aria-label")]


def test_references_lead_somewhere(rendered: list[tuple[str, str]]) -> None:
    """What labels or describes something is on the same page."""
    for name, text in rendered:
        elements = Outline(text).elements
        identities = {attributes.get("id") for _, attributes in elements}
        wanted = {
            identity
            for _, attributes in elements
            for key in ("aria-labelledby", "aria-describedby", "for", "list")
            for identity in (attributes.get(key) or "").split()
        }
        assert (name, set()) == (name, wanted - identities)


def test_steps_that_are_not_open_are_no_links() -> None:
    """Before there are rosters, the board cannot be opened."""
    text = page("list", Content(), list=list_view(Content()))

    assert "?step=versions" in text
    assert "?step=board" not in text


def test_a_board_of_sessions_says_that_it_shows_the_first() -> None:
    """The others are in the workbook."""
    content = a_content()
    view = board_view(content)
    assert view is not None

    assert "the first of 3 sessions" in page("board", content, board={**view, "sessions": 3})


def test_groups_and_officers_stand_at_the_head() -> None:
    """Room, chair and capacity of a group are above its cards."""
    group = Group(name="Group 1", room="Room I", capacity=40, chair="Ms Chair")
    content = a_content(settings=replace(SESSION, group_table=(group,)))
    assert content.outcome is not None
    plan = replace(content.outcome.plan, groups=(group, content.outcome.plan.groups[1]))
    text = page("board", content, board=board_view(
        replace(content, outcome=replace(content.outcome, plan=plan))
    ))  # fmt: skip

    assert DelegationId("KEN") in content.outcome.allocation.seats
    assert all(word in text for word in ("Room I", "Ms Chair", "of 40"))


def test_downloads_come_from_the_addresses_of_the_application(
    rendered: list[tuple[str, str]],
) -> None:
    """The rosters and the marked list are among the addresses that are served."""
    links = {
        str(attributes["href"])
        for _, text in rendered
        for tag, attributes in Outline(text).elements
        if tag == "a" and "download" in attributes
    }

    assert {
        f"/api/workshops/0123/{name}.xlsx" for name in ("rosters", "marked", "published")
    } == links
