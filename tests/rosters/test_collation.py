"""A to Z as readers of a language expect it."""

import pytest

from allocator.rosters.collation import sort_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Åland Islands", "Albania", "Côte d’Ivoire", "Croatia", "Østland", "Zambia"]),
        ("fr", ["Égypte", "Éthiopie", "Îles Cook", "Inde", "Œuvre", "Ouganda", "Pérou"]),
        ("es", ["Nauru", "Noruega", "Nzambi", "Ñandú", "Omán", "Perú"]),
        ("ar", ["إثيوبيا", "الأرجنتين", "الأردن", "ألمانيا", "تونس", "السودان", "المغرب"]),
    ],
)
def test_accents_do_not_count_but_spanish_letters_do(language: str, names: list[str]) -> None:
    """Sorting any order gives the order of the language."""
    mixed = list(reversed(names))
    mixed.sort(key=lambda name: sort_key(name, language))

    assert names == mixed


def test_case_and_punctuation_count_only_between_equals() -> None:
    """An apostrophe, a hyphen or a capital letter moves nothing; the order is still total."""
    assert sort_key("Guinea-Bissau", "en")[0] == sort_key("guineaBissau", "en")[0]
    assert sort_key("A", "en") != sort_key("a", "en")
