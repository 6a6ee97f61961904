"""The few sentences that the scripts of the page say; ``{names}`` in them are filled in there."""

from allocator.text import say

#: Name in the scripts -> sentence.
SCRIPT_WORDS = {
    "noAnswer": say("The server does not answer. Is it still running?"),
    "copied": say("Copied."),
    "copyYourself": say("Press Ctrl+C to copy the marked text."),
    "delete": say("Delete {name} with all its versions? This cannot be undone.", name="{name}"),
    "loadAgain": say("Load the page again to see it."),
    "place": say("{title}: place {place}.", title="{title}", place="{place}"),
    "tooLarge": say(
        "The file is larger than 10 MB. Remove sheets and pictures that are not the list."
    ),
    "move": say("Move {name}", name="{name}"),
    "all": say("all {people}", people="{people}"),
    "unpin": say("Take the pin away"),
    "oneCard": say("1 card"),
    "cards": say("{cards} cards", cards="{cards}"),
}
