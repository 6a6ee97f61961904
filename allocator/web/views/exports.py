"""The files for other systems that the rosters of the board can be downloaded as."""

from typing import Any

from allocator.text import say
from allocator.web.page_words import told_here
from allocator.web.revision import Content


def exports_view(content: Content, api: str, language: str = "en") -> list[dict[str, Any]]:
    """The forms that the rosters have what is needed for; none before there are rosters.

    ``api`` is the address of the workshop. Keys: ``name``, ``about``, ``remarks`` (sentences), and
    ``files``: ``label`` (the ending, with the session where there are several) and ``url``.
    """
    from allocator.exports.making import offers  # noqa: PLC0415 - openpyxl

    if content.outcome is None:
        return []
    sessions = content.outcome.plan.sessions
    return [
        {
            "name": offer.form.name,
            "about": f"{_sentence(offer.form.about, language)}.",
            "remarks": [_sentence(each, language) for each in offer.remarks],
            "files": [
                _file(api, f"{offer.form.name}{ending}", ending, session, sessions)
                for session in range(1, 1 if offer.form.whole else sessions + 1) or (0,)
                for ending in offer.form.endings
            ],
        }
        for offer in offers(content.outcome)
    ]


def _sentence(text: str, language: str) -> str:
    """A text in the visitor's language, with a capital letter."""
    whole = told_here(text, language)
    return whole[:1].upper() + whole[1:]


def _file(api: str, file: str, ending: str, session: int, sessions: int) -> dict[str, str]:
    """One file; ``session`` 0 is a file that has all of them."""
    if session and sessions > 1:
        return {
            "label": say(" {ending} of session {session}", ending=ending, session=session),
            "url": f"{api}/exports/{file}?session={session}",
        }
    return {"label": f" {ending}", "url": f"{api}/exports/{file}"}
