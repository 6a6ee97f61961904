"""What the page refuses, each with its HTTP status and a sentence that says what to do."""

from allocator.errors import AllocatorError


class PageRefusal(AllocatorError):  # noqa: N818 - an error is named by what is wrong
    """Something that a request cannot have."""

    status = 400


class NotThere(PageRefusal):
    """There is no such workshop for this visitor, or no such revision."""

    code = "E-PAGE"
    status = 404

    def __init__(self) -> None:
        """Say what may have happened, without saying whether somebody else has it."""
        super().__init__(
            "there is no such workshop here. It may have been deleted, or the server was started "
            "anew. Open the start page."
        )


class Outdated(PageRefusal):
    """A colleague changed the workshop meanwhile."""

    code = "E-CHANGED"
    status = 409

    def __init__(self, who: str, what: str) -> None:
        """Say who did what."""
        super().__init__(f"{who} changed this workshop meanwhile: {what} Look, and do it again.")


class Busy(PageRefusal):
    """Too many searches wait already."""

    code = "E-BUSY"
    status = 429

    def __init__(self, jobs: int) -> None:
        """Say how many."""
        told = "1 search is" if jobs == 1 else f"{jobs} searches are"
        super().__init__(f"{told} running or waiting. Try again in a minute.")


class ReadersBusy(PageRefusal):
    """Too many uploads wait already."""

    code = "E-BUSY"
    status = 429

    def __init__(self, uploads: int) -> None:
        """Say how many."""
        told = "1 file is" if uploads == 1 else f"{uploads} files are"
        super().__init__(f"{told} being read or waiting. Try again in a minute.")


class TooManyWorkshops(PageRefusal):
    """The server keeps as many workshops in memory as it can."""

    code = "E-BUSY"
    status = 429

    def __init__(self, workshops: int) -> None:
        """Say how many."""
        super().__init__(
            f"this server keeps {workshops} workshops already, and no more. Delete one, or come "
            "again later: what nobody uses is forgotten."
        )


class MemoryFull(PageRefusal):
    """All workshops of the server together take as much memory as they may."""

    code = "E-BUSY"
    status = 429

    def __init__(self, limit: int) -> None:
        """Name the limit, in bytes."""
        super().__init__(
            f"the workshops of this server take {limit // 1_000_000} MB, and no more is kept. "
            "Download your rosters, and delete a workshop that is done."
        )


class TooManyVersions(PageRefusal):
    """A workshop has as many versions as are kept in memory."""

    code = "E-SIZE"
    status = 413

    def __init__(self, versions: int) -> None:
        """Say how many, and how to go on."""
        super().__init__(
            f"this workshop has {versions} versions, and no more are kept. Download the rosters "
            "and open them as a new workshop."
        )


class Searching(PageRefusal):
    """A search of this workshop runs already."""

    code = "E-BUSY"
    status = 409

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("a search of this workshop is running. Wait for it, or stop it.")


class NotYet(PageRefusal):
    """A step that needs an earlier one."""

    code = "E-STEP"
    status = 409


class NoListYet(NotYet):
    """What needs a list."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("there is no list yet. Upload one.")


class NoRebalanceYet(NotYet):
    """What needs a re-balance."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__("there is no re-balance yet. Drop the new list in.")


class BadRequest(PageRefusal):
    """A request whose body or parameters are not what the page sends."""

    code = "E-REQUEST"
    status = 400
