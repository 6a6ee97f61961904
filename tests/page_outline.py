"""A page as tests look at it: its elements, its controls, and which text is isolated."""

from html.parser import HTMLParser

#: Elements without an end.
VOID = {"meta", "link", "input", "br", "img", "hr"}
#: Controls that need a name for those who do not see them.
CONTROLS = {"input", "select", "textarea"}


class Outline(HTMLParser):
    """What the tests look at: elements with attributes, what is open, and text in ``bdi``."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.unlabelled: list[dict[str, str | None]] = []
        self.isolated = ""
        self.bare = ""
        self.open: list[str] = []
        self.feed(page)
        targets = {attributes.get("for") for tag, attributes in self.elements if tag == "label"}
        self.unlabelled = [each for each in self.unlabelled if each.get("id") not in targets]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and a control that no label is around."""
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag in CONTROLS and "label" not in self.open and "aria-label" not in attributes:
            self.unlabelled.append(attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; what is nested wrongly fails."""
        if tag not in VOID:
            assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Keep text by whether it is isolated."""
        if {"bdi", "option", "title", "desc", "text"} & set(self.open):
            self.isolated += data
        else:
            self.bare += data
