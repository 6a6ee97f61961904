"""The files for other systems on the page: offered, downloaded, refused."""

from collections.abc import Iterator

import httpx
import pytest
from exporting import PEOPLE, rows_of
from web.desks import a_desk, an_office, finished, rebalancing, without
from web.hostile import NAMES
from web.workshops import SMALL, allocated, uploaded

from allocator import export
from allocator.web import work
from allocator.web.desk import Desk
from allocator.web.office import Office
from allocator.web.pages import fragment_html
from allocator.web.views import addresses_view, exports_view

NAMED = "Delegation,First name,Last name,E-mail\n" + "".join(
    f'{row[0]},{row[2]},"{row[3].replace(chr(34), "")}",{row[6]}\n' for row in PEOPLE
)


@pytest.fixture
def office() -> Iterator[Office]:
    """An office that keeps nothing."""
    office = an_office()
    yield office
    office.close()


def offered(desk: Desk) -> list[str]:
    """The names of the forms."""
    return [form["name"] for form in exports_view(desk.content, "/api")]


def test_what_the_rosters_allow_is_offered(office: Office) -> None:
    """Sheets and tables of head-counts; of people also letters, rooms and addresses."""
    sheets = ["door-sheets", "sign-in", "badges", "annex"]

    assert [*sheets, "csv", "json"] == offered(a_desk(office))
    assert ["zoom", "teams", "indico", "mail-merge", "bcc", *sheets, "csv", "json"] == offered(
        a_desk(office, NAMED)
    )


def test_after_a_re_balance_the_changes_are_offered(office: Office) -> None:
    """Also for head-counts."""
    desk = a_desk(office)

    assert "changes" in offered(finished(desk, rebalancing(desk, without(SMALL, "Kenya"))))


def test_who_is_left_out_is_told_beside_the_file(office: Office) -> None:
    """Before somebody downloads it; each ending has a link with a name."""
    desk = a_desk(office, NAMED)
    html = fragment_html(desk, "versions")
    api = f"/api/workshops/{desk.filing.workshop}/exports"

    assert "Left out because there is no e-mail address: 2 people of 7." in html
    assert f'href="{api}/mail-merge.xlsx" download aria-label="Download mail-merge .xlsx"' in html
    assert f'href="{api}/indico.zip" download' in html


def test_before_there_are_rosters_nothing_is_offered(office: Office) -> None:
    """The list alone has no groups."""
    assert "Files for other systems" not in fragment_html(office.open("a session"), "versions")


def test_a_file_is_downloaded_under_the_name_of_meeting_and_version(client: httpx.Client) -> None:
    """Never shown by the browser, and made of what is on the board."""
    identity = allocated(client, SMALL.encode(), settings={"groups": 2, "meeting": "Council 115"})
    answer = client.get(f"/api/workshops/{identity}/exports/csv.csv")
    people = sum(int(row[-2]) for row in rows_of(answer.content)[1:])

    assert 200 == answer.status_code
    assert 'attachment; filename="Council-115_csv_v1_' in answer.headers["content-disposition"]
    assert ("application/octet-stream", "nosniff") == (
        answer.headers["content-type"],
        answer.headers["x-content-type-options"],
    )
    assert 18 == people


@pytest.mark.parametrize(
    ("file", "status", "code"),
    [
        ("zoom.csv", 422, "E-EXPORT"),
        ("csv.exe", 422, "E-USAGE"),
        ("csv.csv?session=2", 422, "E-USAGE"),
        ("csv.csv?session=-1", 400, "E-REQUEST"),
        ("teletex.txt", 404, "E-PAGE"),
        ("..%2f..%2fetc%2fpasswd", 404, "E-PAGE"),
    ],
)
def test_what_cannot_be_made_is_refused(
    client: httpx.Client, file: str, status: int, code: str
) -> None:
    """With the code of the command line."""
    identity = allocated(client, SMALL.encode(), settings={"groups": 2})
    answer = client.get(f"/api/workshops/{identity}/exports/{file}")

    assert (status, code) == (answer.status_code, answer.json()["error"]["code"])


def test_without_rosters_a_file_is_refused(client: httpx.Client) -> None:
    """As an earlier step that is missing."""
    identity = uploaded(client, SMALL.encode())

    assert 409 == client.get(f"/api/workshops/{identity}/exports/csv.csv").status_code


def test_hostile_names_are_text_in_the_page_and_in_the_table(client: httpx.Client) -> None:
    """Markup is escaped, what would calculate has an apostrophe."""
    rows = "".join(f'"{name.replace(chr(34), chr(34) * 2)}",2\n' for name in NAMES)
    identity = allocated(client, f"Delegation,Delegates\n{rows}".encode(), settings={"groups": 2})
    table = rows_of(client.get(f"/api/workshops/{identity}/exports/csv.csv").content)
    html = client.get(f"/workshops/{identity}/fragments/versions").text

    assert {"'" + name if name.startswith("=") else name for name in NAMES} == {
        row[0] for row in table[1:]
    }
    assert "<script>alert" not in html


def test_the_addresses_of_each_group_can_be_copied(office: Office) -> None:
    """As Outlook takes them, in the step that has the files; of head-counts there are none."""
    desk = a_desk(office, NAMED)
    rows = addresses_view(desk.content)
    html = fragment_html(desk, "versions", "fr")
    made = export(work.on_board(desk.content), "bcc").decode("utf-8-sig").split("\r\n")

    assert made == [line for row in rows for line in (row["group"], row["addresses"], "")]
    assert [row["number"] for row in rows] == [row["addresses"].count("@") for row in rows]
    assert (
        'data-copy="addresses-1" aria-describedby="addresses-title-1">Copier les adresses<' in html
    )
    assert [] == addresses_view(a_desk(office).content)
    assert [] == addresses_view(office.open("a session").content)
