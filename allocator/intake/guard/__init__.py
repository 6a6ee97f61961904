"""Everything that is checked before any parser sees a file from outside; the one way in.

``load`` and ``require_harmless`` (entrance) let bytes in, for the command line and the page alike:
their size, their kind against their name (kinds), the libraries that will read them (parsers), the
directory of the archive and document types (archive), and how many cells would be made (cells).
"""

from allocator.intake.guard.entrance import Harmless, load, require_harmless
from allocator.intake.guard.kinds import Kind

__all__ = ["Harmless", "Kind", "load", "require_harmless"]
