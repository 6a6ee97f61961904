"""Rules that cannot hold together, as the page lists them: what clashes, why, and what helps."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from web.desks import a_desk, allocating, an_office, over
from web.english import english

from allocator.clash import Clash
from allocator.errors import NoAllocation
from allocator.findings import Finding, Place, Severity
from allocator.web import pages
from allocator.web.desk import Desk
from allocator.web.office import Office
from allocator.web.views import job_view
from allocator.web.views.clashes import clash_views

#: Rules of the page that clash two by two.
RULES = [
    {"rule": "in", "who": "Kenya", "with": "Group 1"},
    {"rule": "not in", "who": "Kenya", "with": "Group 1"},
    {"rule": "together", "who": "Ghana; India"},
    {"rule": "apart", "who": "Ghana; India"},
]


class Items(HTMLParser):
    """The texts of a page by the class of the list or paragraph that they stand in."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A list says what its items are, a paragraph what it is itself."""
        mine = dict(attrs).get("class") or ""
        if tag in {"ul", "ol", "p"}:
            self._open.append((tag, mine.split(" ")[-1]))
        if tag == "p" or (tag == "li" and self._open[-1][0] == "ul"):
            self.found.setdefault(self._open[-1][1], []).append("")

    def handle_endtag(self, tag: str) -> None:
        """Whatever follows stands in what is around it."""
        if tag in {"ul", "ol", "p"}:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """A piece of an item or a paragraph."""
        if self._open and self._open[-1][0] != "ol" and data != "\n":
            self.found[self._open[-1][1]][-1] += data


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


@pytest.fixture
def refused(office: Office) -> Desk:
    """A desk whose search was refused, as its rules clash."""
    desk = a_desk(office)
    desk.say("Ama", desk.revision.number, {"groups": 2, "rule": RULES})
    over(allocating(desk))
    return desk


def a_clash(claim: str = "these rules cannot hold together:", groups: int = 0) -> Clash:
    """A conflict of two rules of a sheet."""
    demands = tuple(
        Finding(
            severity=Severity.ERROR, code="E-RULES", message=message,
            place=Place(file="list.xlsx", sheet="Rules", row=row),
        )
        for row, message in ((5, "Kenya in Group 1"), (6, "Kenya not in Group 1"))
    )  # fmt: skip
    return Clash(claim=claim, demands=demands, remedies=("Remove one.",), groups=groups)


def test_a_refused_search_lists_what_clashes(refused: Desk) -> None:
    """Each rule and each remedy is an item of its own; the flat message is not repeated."""
    page = pages.fragment_html(refused, "job")
    items = Items(page).found

    assert ["These rules cannot hold together:"] * 2 == items["clash-claim"]
    assert 4 == len(items["demands"])
    assert 4 == len(items["remedies"])
    assert "Or: " not in page
    assert "There are 2 conflicts." in page


@pytest.mark.parametrize(
    ("language", "claim", "helps"),
    [
        ("fr", "Ces règles sont incompatibles entre elles\u202f:", "Ce qui aide"),
        ("es", "Estas reglas son incompatibles entre sí:", "Lo que ayuda"),
    ],
)
def test_it_is_told_in_the_language_of_the_visitor(
    refused: Desk, language: str, claim: str, helps: str
) -> None:
    """Claims, rules, reasons and remedies."""
    page = pages.fragment_html(refused, "job", language)
    items = Items(page).found

    assert [claim] * 2 == items["clash-claim"]
    assert items["clash-helps"]
    assert all(each.startswith(helps) for each in items["clash-helps"])
    assert [] == english(page, language)
    assert "settings of the page" not in page


def test_a_clash_is_an_alert_too() -> None:
    """Where a request is refused at once; with the sheet and the row of each rule."""
    error = NoAllocation("these rules cannot hold together: flat", (), [a_clash()])
    items = Items(pages.alert_html(error)).found

    rules = ["Kenya in Group 1", "Kenya not in Group 1"]
    assert [f"Rules, row {row} {rule}" for row, rule in enumerate(rules, 5)] == items["demands"]
    assert ["Remove one."] == items["remedies"]
    assert ["What helps:"] == items["clash-helps"]
    assert "flat" not in str(items)


def test_a_refusal_without_parts_is_told_flat() -> None:
    """As where arithmetic refuses."""
    page = pages.alert_html(NoAllocation("there are 9 seats for 10 people."))

    assert "There are 9 seats for 10 people." in page
    assert "clash" not in page


def test_one_clash_of_several_numbers_is_there_once() -> None:
    """It names the numbers; others follow in the order in which they were tried."""
    clashes = [a_clash(groups=2), a_clash("no room:", groups=2), a_clash(groups=3)]
    views = clash_views(clashes)
    page = pages.alert_html(NoAllocation("none", (), clashes), "fr")
    told = Items(page).found["clash-groups"]

    assert ["With 2, 3 groups:", "With 2 groups:"] == [each["groups"] for each in views]
    assert "Aucun nombre de groupes ne convient." in page
    assert ["Avec 2, 3 groupes\u202f:", "Avec 2 groupes\u202f:"] == told


def test_one_group_is_one() -> None:
    """Not "1 groups"."""
    assert ["With 1 group:"] == [each["groups"] for each in clash_views([a_clash(groups=1)])]


def test_whoever_watches_a_search_has_the_parts(refused: Desk) -> None:
    """The state of the job, as JSON has it, holds them; other jobs have none."""
    assert refused.job is not None
    view = job_view(refused.job.standing)

    assert [2, 2] == [len(clash["demands"]) for clash in view["clashes"]]
    assert [2, 2] == [len(clash["remedies"]) for clash in view["clashes"]]
