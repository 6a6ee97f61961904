"""Exports of registration systems are read as they come: the examples, each by its own headings."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from list_files import a_csv, errors, notices, seats

from allocator.cli import main
from allocator.intake import Examination, examine
from allocator.workshop import Workshop

EXPORTS = Path(__file__).parent.parent.parent / "examples" / "exports"

#: The delegations whose people all come, in every export with the same head-counts.
STATES = {"Algeria": 2, "Chile": 3, "Côte d'Ivoire": 2, "Kenya": 2, "Türkiye": 2, "Sweden": 2}
ORGANIZATIONS = {"World Health Organization": 2, "Rivers Without Borders": 1}
OPEN = {"Tonga": 2, "Viet Nam": 2}
SETTLED = {"Tonga": 1, "Viet Nam": 1}
#: Where nothing tells an organization's people from those of the country they live in.
BY_COUNTRY = {"Switzerland": 2, "Rivers Without Borders": 1}


@dataclass(frozen=True, kw_only=True)
class Export:
    """What an export holds: head-counts, words of those left out and of those not decided."""

    seats: dict[str, int]
    gone: str = ""
    undecided: str = ""
    codes: tuple[str, ...] = ()
    people: dict[str, str] = field(default_factory=lambda: {"jnunez@rree.example.cl": "José"})


CASES = {
    "indico.csv": Export(
        seats=STATES | OPEN | ORGANIZATIONS,
        gone="2 (Withdrawn, Rejected)",
        undecided="2 (Pending, Awaiting payment)",
        codes=("N-AFFILIATION",),
    ),
    "indico-fr.csv": Export(
        seats={"Algérie": 2, "Chili": 3, "Côte d'Ivoire": 2, "Kenya": 2, "Tonga": 2, "Suède": 2}
        | ORGANIZATIONS,
        gone="2 (Retiré, Rejeté)",
        undecided="1 (En attente)",
        codes=("N-AFFILIATION", "N-ENCODING"),
    ),
    "pretix.csv": Export(
        seats=STATES | OPEN | {"Rivers Without Borders": 1, "Switzerland": 2},
        gone="2 (canceled, expired)",
        undecided="2 (pending)",
        codes=("N-AFFILIATION", "N-CODE"),
    ),
    "eventbrite.csv": Export(
        seats=STATES | OPEN | BY_COUNTRY,
        gone="2 (Not Attending, Refunded)",
        undecided="1 (Unpaid)",
        codes=("N-AFFILIATION", "N-CODE"),
    ),
    "microsoft-forms.xlsx": Export(seats=STATES | SETTLED | ORGANIZATIONS, codes=("N-TWICE",)),
    "microsoft-forms-fr.xlsx": Export(
        seats={
            "Algérie": 2, "Chili": 3, "Côte d'Ivoire": 2, "Kenya": 2, "Tonga": 1, "Türkiye": 2,
            "Suède": 2, "Viet Nam": 1,
        } | ORGANIZATIONS,
        codes=("N-TWICE",),
    ),
    "microsoft-forms-es.xlsx": Export(
        seats={
            "Argelia": 2, "Chile": 3, "Côte d'Ivoire": 2, "Kenya": 2, "Tonga": 1, "Türkiye": 2,
            "Suecia": 2, "Viet Nam": 1,
        } | ORGANIZATIONS,
        codes=("N-TWICE",),
    ),
    "zoom-registration.csv": Export(
        seats=STATES | OPEN | BY_COUNTRY,
        gone="2 (cancelled, denied)",
        undecided="1 (pending approval)",
        codes=("N-AFFILIATION", "N-ROW"),
    ),
    "zoom-attendees.csv": Export(
        seats=STATES | OPEN | ORGANIZATIONS,
        gone="2 (cancelled, denied)",
        undecided="1 (pending approval)",
        codes=("N-ROW", "N-TWICE"),
    ),
    "unfccc.xlsx": Export(
        seats=STATES | SETTLED | {"Kenya": 3}, codes=("N-SHEET",), people={}
    ),
}  # fmt: skip


def export(name: str) -> Examination:
    """What one of the examples holds."""
    return examine(EXPORTS / name)


def workshop_of(found: Examination) -> Workshop:
    """The workshop of an export that is accepted."""
    assert found.workshop is not None, errors(found)
    return found.workshop


def test_every_example_has_a_case() -> None:
    """No export is only there to be looked at."""
    assert sorted(CASES) == sorted(path.name for path in EXPORTS.iterdir())


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_export_gives_the_delegations_and_how_many_come(name: str) -> None:
    """Those who withdrew or were refused do not count, those not decided yet do."""
    assert CASES[name].seats == dict(seats(export(name)))


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_export_names_its_people(name: str) -> None:
    """Everybody has a name of several words; names and addresses belong together."""
    delegates = [
        each for delegation in workshop_of(export(name)).delegations
        for each in delegation.delegates
    ]  # fmt: skip
    by_email = {each.traits.get("email", ""): each.traits.get("first_name") for each in delegates}

    assert sum(CASES[name].seats.values()) == len(delegates)
    assert all(" " in each.name for each in delegates)
    assert CASES[name].people.items() <= by_email.items()
    assert not [email for email in by_email if email and "@" not in email]


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_states_of_registrations_are_told(name: str) -> None:
    """Who is left out, and who is in though nothing is decided, each with the words of the list."""
    case = CASES[name]
    expected = [text for text in (case.gone, case.undecided) if text]

    told = notices(export(name), "N-STATUS")
    assert len(expected) == len(told)
    assert all(text in notice for text, notice in zip(expected, told, strict=True))


@pytest.mark.parametrize("name", sorted(CASES))
def test_nothing_else_is_told(name: str) -> None:
    """Beside what is particular to the export: the columns, and organizations without a region."""
    case = CASES[name]
    usual = {"N-HEADER", "N-STATUS", "N-NAME", "N-REGION"}

    assert set(case.codes) == {each.code for each in export(name).findings} - usual


def test_the_address_of_an_invoice_is_nobodys_country() -> None:
    """The headings of pretix that stand twice are those of the participant the first time."""
    (told,) = notices(export("pretix.csv"), "N-HEADER")

    assert '"Country" (W) is the delegation' in told
    assert '"Attendee email" (R) is the email' in told


def test_pretix_in_french(tmp_path: Path) -> None:
    """Its states are translated, its codes become names of the language."""
    path = a_csv(
        tmp_path, "Code de commande;Statut;Nom du participant;E-mail du participant;Pays",
        "A1;Payé;Ana Li;a@x.org;SN", "A2;annulé;Bo Wu;b@x.org;SN", "A3;expiré;Cy Ng;c@x.org;SN",
        "A4;en attente;Di Ba;d@x.org;DE",
    )  # fmt: skip
    found = examine(path)

    assert [("Sénégal", 1), ("Allemagne", 1)] == seats(found)
    assert ["2 (annulé, expiré)", "1 (en attente)"] == [
        told.partition(": ")[2].partition(".")[0] for told in notices(found, "N-STATUS")
    ]


def test_a_second_answer_of_the_same_person_is_left_out() -> None:
    """The number of an answer says nothing about the person who gave it."""
    (told,) = notices(export("microsoft-forms.xlsx"), "N-TWICE")

    assert "left out" in told
    assert "1 (jnunez@rree.example.cl)" in told


def test_another_table_below_the_people_is_left_out() -> None:
    """The report of Zoom ends with callers without a name."""
    told = notices(export("zoom-attendees.csv"), "N-ROW")

    assert any("another table" in each and "41791234567" in each for each in told)


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_export_becomes_rosters_that_verify(name: str, tmp_path: Path) -> None:
    """From the file to the printed groups, and every number of them agrees."""
    rosters = str(tmp_path / "rosters.xlsx")
    made = CliRunner().invoke(main, ["allocate", str(EXPORTS / name), "-g", "2", "-o", rosters])
    checked = CliRunner().invoke(main, ["verify", rosters])

    assert (0, 0) == (made.exit_code, checked.exit_code), made.output + checked.output
