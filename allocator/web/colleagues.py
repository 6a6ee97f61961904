"""How the page names those who did something."""

from allocator.text import say
from allocator.web.access import SOMEBODY


def who_told(who: str) -> str:
    """A colleague by name; the one user of this machine as "You"."""
    return say("You") if who == SOMEBODY else who
