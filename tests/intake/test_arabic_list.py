"""Lists in Arabic are read as those in English, French and Spanish are."""

from pathlib import Path

from allocator.countries import AFRICAN_GROUP, lookup
from allocator.intake import read_list
from allocator.interpretation import languages_in
from allocator.planning.rulebook import parts_of
from allocator.settings import Seating

LIST = """قائمة الوفود
الدولة العضو,عدد المندوبين,المجموعة الإقليمية,التوزيع
مصر,4,المجموعة الأفريقية,موزع
الجزائر,2,المجموعة الأفريقية,
السعودية,3,آسيا والمحيط الهادئ,في مجموعة واحدة
جامعة الدول العربية,1,أخرى,
المجموع,10,,
ملاحظة: القائمة مؤقتة,,,
"""


def test_a_list_in_arabic_is_read(tmp_path: Path) -> None:
    """Title, headings, seatings, the total and the note are known; the language is Arabic."""
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    workshop = read_list(path)

    assert "ar" == workshop.language
    assert [("EGY", 4), ("DZA", 2), ("SAU", 3), ("جامعه الدول العربيه", 1)] == [
        (str(each.id), each.head_count) for each in workshop.delegations
    ]
    assert [Seating.SPREAD, None, Seating.WHOLE, None] == [
        each.seating for each in workshop.delegations
    ]


def test_arabic_names_are_found_however_they_are_spelled() -> None:
    """With and without hamza, short vowels and the line that only makes a word longer."""
    spellings = ["أنغولا", "انغولا", "أنـغـولا", "الامارات العربيه المتحده", "إفريقيا الوسطى"]
    found = [lookup(name) for name in spellings]

    assert ["AGO", "AGO", "AGO", "ARE", None] == [each and each.iso3 for each in found]
    assert AFRICAN_GROUP == (found[0] and found[0].region)


def test_names_are_parted_by_the_signs_of_arabic() -> None:
    """Its comma and semicolon, and an "and" that is one with the next word."""
    assert {"ar", "fr", "en"} == languages_in("العربية، الفرنسية والإنكليزية")
    assert {"ar", "es"} == languages_in("العربية أو الإسبانية")
    assert ["مصر", "السودان"] == parts_of("مصر؛ السودان")
