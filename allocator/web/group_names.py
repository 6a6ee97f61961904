"""Groups that are only numbered are called in the language of whoever reads of them."""

from allocator.language import LANGUAGES, catalogue
from allocator.text import say


def group_told(name: str) -> str:
    """The name of a group; "Groupe 2" is group 2 for every reader, whatever the rosters speak."""
    for code in LANGUAGES:
        before, _, after = catalogue(code)["words"]["group"].partition("{number}")
        number = name.removeprefix(before).removesuffix(after)
        if name == f"{before}{number}{after}" and number.isascii() and number.isdecimal():
            return say("Group {number}", number=number)
    return name
