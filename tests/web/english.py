"""English that is left on a page in another language."""

from html.parser import HTMLParser

from allocator.language import catalogue, messages
from allocator.web.languages import OFFERED

#: Blanks in what is looked for also within a longer text.
SENTENCE = 3
#: Attributes that people read or hear.
READ = ("title", "aria-label", "placeholder", "data-confirm", "data-words")


class Words(HTMLParser):
    """The texts of a page, one for each piece between its tags, and those of its attributes."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.texts: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        """A text between tags."""
        self.texts.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The texts of an element's attributes."""
        assert tag
        self.texts.extend(value or "" for name, value in attrs if name in READ)


def english(page: str, language: str) -> list[str]:
    """What a page says in English that it could say in the language."""
    texts = Words(page).texts
    sentences = {
        each: said for each, said in messages(language).items() if each != said and "{" not in each
    }
    mine, theirs = catalogue("en"), catalogue(language)
    for section in ("goals", "regions", "units"):
        terms = {mine[section][key]: theirs[section][key] for key in mine[section]}
        sentences |= {each: said for each, said in terms.items() if each != said}
    # Each language is called by its own name, whoever reads of it.
    own = {*sentences.values(), *OFFERED.values()}
    words = [each for each in texts if each in sentences and each not in own]
    return words + [
        each for each in sentences if each.count(" ") >= SENTENCE and each in " ".join(texts)
    ]
