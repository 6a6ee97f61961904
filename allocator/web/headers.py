"""The headers of every answer: nothing from elsewhere, nothing to elsewhere, nothing kept."""

from collections.abc import Iterable, Mapping

#: Sources of scripts, styles and pictures: our own files, and no text inside of a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: What no page of ours needs of the machine it is shown on.
_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")

_ALWAYS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
#: Addresses of files that are the same for everybody.
STATIC = "/static/"

Raw = list[tuple[bytes, bytes]]


def guarded(headers: Iterable[tuple[bytes, bytes]], path: str) -> Raw:
    """The headers of an answer with ours, which replace those of the same name."""
    ours = {**_ALWAYS, "cache-control": "no-cache" if path.startswith(STATIC) else "no-store"}
    theirs = [(name, value) for name, value in headers if name.lower().decode() not in ours]
    return [*theirs, *((name.encode(), value.encode()) for name, value in ours.items())]
