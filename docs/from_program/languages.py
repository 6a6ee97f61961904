"""Words of the program in every language that it writes."""

from allocator.language import LANGUAGES, catalogue
from from_program.markdown import code, table


def in_every_language(section: str) -> dict[str, list[str]]:
    """The words of a section: key -> the word of each language, in the order of ``LANGUAGES``.

    Raises:
        KeyError: when a catalogue has no such section or lacks one of its keys.
    """
    return {
        key: [catalogue(code)[section][key] for code in LANGUAGES]
        for key in catalogue("en")[section]
    }


def words_of(wanted: str) -> str:
    """A table of the words of a section, such as ``sheets``, or of some of its keys.

    ``headings name room`` takes two keys of the section ``headings``.

    Raises:
        KeyError: when there is no such section, or no such key.
    """
    section, *keys = wanted.split()
    words = in_every_language(section)
    rows = [(code(key), *words[key]) for key in keys or words]
    return table(("key", *LANGUAGES), rows)
