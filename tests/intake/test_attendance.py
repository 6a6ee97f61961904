"""Who of a list comes."""

from pathlib import Path

import pytest
from list_files import a_csv, notices, problems, seats

from allocator.intake import examine


@pytest.mark.parametrize(
    "word",
    ["Withdrawn", "canceled", "Refunded/Canceled", "Annulée", "expiré", "CADUCADO", "denied"],
)
def test_who_does_not_come_is_left_out(tmp_path: Path, word: str) -> None:
    """In the words of the systems, in each language."""
    found = examine(a_csv(tmp_path, "Country,Name,Status", "Chad,Ana,paid", f"Chad,Bo,{word}"))

    assert [("Chad", 1)] == seats(found)
    assert [f"rows left out because of their status: 1 ({word})."] == notices(found, "N-STATUS")


@pytest.mark.parametrize("word", ["Pending", "Awaiting payment", "En attente", "Pendiente de pago"])
def test_who_is_not_decided_yet_has_a_seat_and_is_told(tmp_path: Path, word: str) -> None:
    """A seat that stays empty is mended sooner than a delegate without one."""
    found = examine(a_csv(tmp_path, "Country,Name,Status", f"Chad,Ana,{word}", "Chad,Bo,paid"))

    assert [("Chad", 2)] == seats(found)
    assert [
        (
            f"rows whose status is not final, which were read like all others: 1 ({word}). "
            "Remove those who do not come."
        )
    ] == notices(found, "N-STATUS")


def test_the_same_person_twice_counts_once(tmp_path: Path) -> None:
    """Same delegation, same name, same address, however they are written."""
    found = examine(
        a_csv(tmp_path, "Country,Name,E-mail", "Chad,Ana Li,a@x.org", "Chad,ANA LI,A@x.org ")
    )

    assert [("Chad", 1)] == seats(found)
    assert ["N-TWICE"] == [each.code for each in found.findings if each.code == "N-TWICE"]


def test_one_address_for_two_names_is_two_people(tmp_path: Path) -> None:
    """So is one name in two delegations."""
    found = examine(
        a_csv(tmp_path, "Country,Name,E-mail", "Chad,Ana,a@x.org", "Chad,Bo,a@x.org",
              "Mali,Ana,a@x.org")
    )  # fmt: skip

    assert [("Chad", 2), ("Mali", 1)] == seats(found)
    assert [] == notices(found, "N-TWICE")


def test_registrations_with_numbers_are_only_told(tmp_path: Path) -> None:
    """A buyer who gave his own name for each ticket did not buy one ticket."""
    found = examine(
        a_csv(tmp_path, "Attendee #,Country,Name,E-mail", "1,Chad,Ana,a@x.org",
              "2,Chad,Ana,a@x.org")
    )  # fmt: skip

    assert [("Chad", 2)] == seats(found)
    (told,) = notices(found, "N-TWICE")
    assert "They count as different people" in told


def test_a_blank_delegation_of_a_registration_is_an_omission(tmp_path: Path) -> None:
    """Where everybody has a state and an address, nobody's delegation is that of the row above."""
    path = a_csv(
        tmp_path, "Country,Name,E-mail,Status", "Chad,Ana,a@x.org,paid", ",Bo,b@x.org,paid",
        "Mali,Cy,c@x.org,paid",
    )  # fmt: skip

    assert [("E-NAME", "A3")] == problems(path)


def test_a_state_alone_makes_no_registration(tmp_path: Path) -> None:
    """Lists by hand name a delegation once above its people, and say who is confirmed."""
    path = a_csv(tmp_path, "Country,Name,Status", "Chad,Ana,yes", ",Bo,yes", "Mali,Cy,yes")

    assert [("Chad", 2), ("Mali", 1)] == seats(examine(path))
