"""The files for other systems that the rosters of the board can be downloaded as."""

from typing import Any

from allocator.web.revision import Content


def exports_view(content: Content, api: str) -> list[dict[str, Any]]:
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
            "about": f"{offer.form.about[:1].upper()}{offer.form.about[1:]}.",
            "remarks": [f"{each[:1].upper()}{each[1:]}" for each in offer.remarks],
            "files": [
                _file(api, f"{offer.form.name}{ending}", ending, session, sessions)
                for session in range(1, 1 if offer.form.whole else sessions + 1) or (0,)
                for ending in offer.form.endings
            ],
        }
        for offer in offers(content.outcome)
    ]


def _file(api: str, file: str, ending: str, session: int, sessions: int) -> dict[str, str]:
    """One file; ``session`` 0 is a file that has all of them."""
    if session and sessions > 1:
        return {
            "label": f" {ending} of session {session}",
            "url": f"{api}/exports/{file}?session={session}",
        }
    return {"label": f" {ending}", "url": f"{api}/exports/{file}"}
