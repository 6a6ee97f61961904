"""What the page refuses, each with its HTTP status and a sentence that says what to do."""

from allocator.errors import AllocatorError
from allocator.text import say
from allocator.web.colleagues import who_told


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
            say(
                "there is no such workshop here. It may have been deleted, or the server was "
                "started anew. Open the start page."
            )
        )


class Outdated(PageRefusal):
    """A colleague changed the workshop meanwhile."""

    code = "E-CHANGED"
    status = 409

    def __init__(self, who: str, what: str) -> None:
        """Say who did what."""
        super().__init__(
            say(
                "{who} changed this workshop meanwhile: {what} Look, and do it again.",
                who=who_told(who),
                what=what,
            )
        )


class Busy(PageRefusal):
    """Too many searches wait already."""

    code = "E-BUSY"
    status = 429

    def __init__(self, jobs: int) -> None:
        """Say how many."""
        super().__init__(
            say("1 search is running or waiting. Try again in a minute.")
            if jobs == 1
            else say("{jobs} searches are running or waiting. Try again in a minute.", jobs=jobs)
        )


class ReadersBusy(PageRefusal):
    """Too many uploads wait already."""

    code = "E-BUSY"
    status = 429

    def __init__(self, uploads: int) -> None:
        """Say how many."""
        super().__init__(
            say("1 file is being read or waiting. Try again in a minute.")
            if uploads == 1
            else say(
                "{files} files are being read or waiting. Try again in a minute.", files=uploads
            )
        )


class TooManyWorkshops(PageRefusal):
    """The server keeps as many workshops in memory as it can."""

    code = "E-BUSY"
    status = 429

    def __init__(self, workshops: int) -> None:
        """Say how many."""
        super().__init__(
            say(
                "this server keeps {workshops} workshops already, and no more. Delete one, or come "
                "again later: what nobody uses is forgotten.",
                workshops=workshops,
            )
        )


class MemoryFull(PageRefusal):
    """All workshops of the server together take as much memory as they may."""

    code = "E-BUSY"
    status = 429

    def __init__(self, limit: int) -> None:
        """Name the limit, in bytes."""
        super().__init__(
            say(
                "the workshops of this server take {size} MB, and no more is kept. "
                "Download your rosters, and delete a workshop that is done.",
                size=limit // 1_000_000,
            )
        )


class TooManyVersions(PageRefusal):
    """A workshop has as many versions as are kept in memory."""

    code = "E-SIZE"
    status = 413

    def __init__(self, versions: int) -> None:
        """Say how many, and how to go on."""
        super().__init__(
            say(
                "this workshop has {versions} versions, and no more are kept. Download the rosters "
                "and open them as a new workshop.",
                versions=versions,
            )
        )


class TooManyWindows(PageRefusal):
    """A visitor listens in too many windows already."""

    code = "E-BUSY"
    status = 429

    def __init__(self, most: int) -> None:
        """Say what to do."""
        super().__init__(say("{windows} windows listen already. Close some of them.", windows=most))


class Searching(PageRefusal):
    """A search of this workshop runs already."""

    code = "E-BUSY"
    status = 409

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("a search of this workshop is running. Wait for it, or stop it."))


class NotYet(PageRefusal):
    """A step that needs an earlier one."""

    code = "E-STEP"
    status = 409


class NoListYet(NotYet):
    """What needs a list."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("there is no list yet. Upload one."))


class NoRebalanceYet(NotYet):
    """What needs a re-balance."""

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(say("there is no re-balance yet. Drop the new list in."))


class NothingToUndo(NotYet):
    """The board has not been changed, or every change was taken back."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("there is nothing to undo."))


class NothingToRedo(NotYet):
    """Nothing was taken back that could be made again."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(say("there is nothing to do again."))


class BadRequest(PageRefusal):
    """A request whose body or parameters are not what the page sends."""

    code = "E-REQUEST"
    status = 400
