"""A column of the list is chosen on the page, and the others are read as they were."""

from pathlib import Path

from playwright.sync_api import expect
from web.browser.gestures import drop_file
from web.browser.visits import Visit

#: An organization has no country, and stands in the column beside it.
EXPORT = """Last Name,Email Address,Affiliation,Country,Office wanted,Form of address,State
Boateng,boateng@example.org,Ministry,Ghana,Chair,Ms,Completed
Diallo,diallo@example.org,Ministry,Senegal,,Mr,Completed
Smith,smith@example.org,World Bank,,Rapporteur,Ms,Completed
"""


def test_a_chosen_column_leaves_the_others_as_recognised(visit: Visit, tmp_path: Path) -> None:
    """Organizations still stand for rows without a country, after a first and a second choice."""
    path = tmp_path / "registrants.csv"
    path.write_text(EXPORT, "utf-8")
    page = visit.open()
    drop_file(page.locator("[data-drop]"), path)
    expect(page.locator("#list-title")).to_have_text("The list can be used")
    roles = []
    for field, letter in (("role", "E"), ("title", "F")):
        select = page.locator(f"#column-{field}")
        if not select.is_visible():
            page.get_by_text("Other columns that can be read").click()
        select.select_option(letter)
        page.get_by_role("button", name="Read the list again so").click()
        expect(page.locator(f"#column-{field}")).to_have_attribute("data-chosen", "")
        expect(page.locator("#list-title")).to_have_text("The list can be used")
        roles.append(page.locator("#column-role").input_value())

    assert ["E", "E"] == roles
    assert "3" == page.locator(".figures dd").first.inner_text()
