"""The page names no option of the command line: it says what its own reader can do."""

import re

from sentences import used
from web.desks import a_listing, an_office, reader

from allocator.text import Text, Word, joined, say, told
from allocator.web import pages
from allocator.web.page_words import HERE, on_page, told_here

#: Options, and commands of the program.
TYPED = re.compile(
    r"(?:^|[ (])--?[a-z]|{option}|allocator (?:allocate|check|compare|rebalance|verify)\b"
)
#: Beginnings of sentences that no reader of the page meets: those of ``verify --prove``, of files
#: that the command line writes, of encodings that nobody chooses there, of whoever starts a server.
ELSEWHERE = (
    "every seat, rule and number agrees; that no better",
    "--from goes with",
    "{file} was made from",
    "{file} is no re-balance",
    "{file} exists already",
    "the file cannot be read as {encoding}",
    "the proxy did not say",
    "this server is not known",
)
INDICO = "ID,First Name,Last Name,Email Address,Affiliation,Country\n1,A,B,a@example.org,WHO,Chad\n"


def test_every_sentence_with_an_option_has_words_of_the_page() -> None:
    """What is new in the program is found, and what is no more."""
    typed = {each for each in used() if TYPED.search(each)}

    assert {each for each in typed if not each.startswith(ELSEWHERE)} == HERE.keys()


def test_the_words_of_the_page_name_no_option() -> None:
    """Nor do their translations."""
    values = dict.fromkeys(
        ("most", "fewest", "k", "people", "name", "sessions", "lines", "found", "seconds",
         "sheet", "delegation", "group", "leave", "country", "organization", "letters", "number",
         "names", "heading", "field", "columns"),
        7,
    )  # fmt: skip
    texts = [here(**values) for here in HERE.values()]

    assert [] == [each for each in texts if TYPED.search(each)]
    assert [] == [told(each, "fr") for each in texts if TYPED.search(told(each, "fr"))]


def test_a_sentence_within_a_sentence_is_told_so_too() -> None:
    """However deep it stands; a name that looks like a sentence of the program stays."""
    template = "the list has {found:,} rows (limit {most:,}). Raise the limit with --max-rows."
    inner = Text(template, {"found": 12_000, "most": 10_000})

    assert (
        "a, the list has 12,000 rows (limit 10,000). Longer ones are for the command line."
    ) == told_here(joined(", ", ["a", inner]), "en")
    assert "A, Un CSV no tiene hojas." == told_here(
        joined(", ", ["A", Text("A CSV has no sheets; leave --sheet out.", {})]), "es"
    )
    assert template == told_here(say("{name}", name=template), "fr")


def test_words_of_the_catalogue_and_names_stay_what_they_are() -> None:
    """They are no sentences of the program."""
    word = Word("goals.size")

    assert word is on_page(word)
    assert ("Taille des groupes", "Kenya", "7") == (
        told_here(word, "fr"), told_here("Kenya", "fr"), told_here(7, "fr")
    )  # fmt: skip


def test_the_step_list_says_which_column_to_choose() -> None:
    """In place of an option with the letter of the column."""
    office = an_office()
    desk, listing = office.open("a session"), a_listing(INDICO)
    desk.upload("Ama", listing, reader(listing))
    page = pages.workshop_html(desk, "list", "Ama", "en")
    office.close()

    assert "The other way round: choose column E for the delegation." in page
    assert "--column" not in page
