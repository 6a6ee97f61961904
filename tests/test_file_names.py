"""Files are called after meeting, version and day."""

from dataclasses import replace

import pytest
from builders import a_workshop

from allocator import allocate
from allocator.file_names import file_name
from allocator.settings import Settings


@pytest.mark.parametrize(
    ("meeting", "name"),
    [
        ("Council 115/2", "Council-115-2_rosters_v1_2026-11-23.xlsx"),
        ("المُلتقى الأول", "المُلتقى-الأول_rosters_v1_2026-11-23.xlsx"),
        (None, "rosters_v1_2026-11-23.xlsx"),
    ],
)
def test_a_word_of_the_meeting_stays_in_one_piece(meeting: str | None, name: str) -> None:
    """Also one with vowel signs; what is no letter and no digit parts words."""
    workshop = replace(a_workshop(3, 2), settings=Settings(meeting=meeting))

    assert name == file_name(allocate(workshop, groups=2), "2026-11-23T10:00:00Z")
