"""The region a delegation is counted under."""

from collections.abc import Iterable

from allocator.countries import REGIONAL_GROUPS
from allocator.findings import Finding
from allocator.folding import fold
from allocator.remarks.rows import like_label
from allocator.vocabulary import words

NO_REGION = "No regional group"


class Labels:
    """The labels of one column of a list; spellings that fold alike are one label."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Keep the first spelling of each label; empty texts are no label."""
        self._first: dict[str, str] = {}
        self._known: dict[str, str] = {}
        for text in texts:
            if text and text not in self._known:
                self._known[text] = self._first.setdefault(fold(text), text)

    def __bool__(self) -> bool:
        """Whether the column has any label."""
        return bool(self._known)

    def __getitem__(self, text: str) -> str:
        """The label of a text that the column has; empty for an empty text."""
        return self._known[text] if text else ""

    def like(self, text: str) -> str:
        """The label that folds like a text, else the text itself."""
        return self._first.get(fold(text), text)

    def of_group(self, group: str) -> str:
        """The label by which the list calls a UN regional group, else the group's own name."""
        names = [self._first[word] for word in words("regions")[group] if word in self._first]
        return names[0] if names else group

    def ambiguous(self) -> list[Finding]:
        """A notice for each UN regional group that the list calls by several labels."""
        called = {
            group: [self._first[word] for word in words("regions")[group] if word in self._first]
            for group in REGIONAL_GROUPS
        }
        return [like_label(names, group) for group, names in called.items() if len(names) > 1]
