"""A refusal as a page of its own, for a browser that may load nothing else from this server."""

from html import escape

from allocator.text import told
from allocator.web.refusals import PageRefusal

_PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>allocator</title></head>
<body><main><h1>allocator</h1>{alert}</main></body>
</html>
"""


def alert(refusal: PageRefusal, language: str) -> str:
    """The refusal as a part of a page, which screen readers read at once."""
    message = told(refusal.message, language)
    text = message[:1].upper() + message[1:]
    return f'<p class="alert" role="alert">{escape(text)} ({escape(refusal.code)})</p>'


def page(refusal: PageRefusal, language: str) -> str:
    """The refusal as a whole page."""
    return _PAGE.format(language=language, alert=alert(refusal, language))
