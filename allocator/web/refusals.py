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
        super().__init__(f"{jobs} searches are running or waiting. Try again in a minute.")


class ReadersBusy(PageRefusal):
    """Too many uploads wait already."""

    code = "E-BUSY"
    status = 429

    def __init__(self, uploads: int) -> None:
        """Say how many."""
        super().__init__(f"{uploads} files are being read or waiting. Try again in a minute.")


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


class BadRequest(PageRefusal):
    """A request whose body or parameters are not what the page sends."""

    code = "E-REQUEST"
    status = 400
