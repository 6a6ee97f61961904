"""The language of a visitor: chosen in the head of the page, else as the browser asks for it."""

import pytest
from browsers import Browser
from guarded import LOCAL, admitted, client
from starlette.types import ASGIApp
from web.workshops import SMALL

from allocator.text import joined, say
from allocator.web.application import create_app
from allocator.web.languages import OFFERED, in_language, language_of


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("fr", "fr"),
        ("fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5", "fr"),
        ("de-DE,de;q=0.9,es;q=0.4,en;q=0.3", "es"),
        ("en;q=0.5, ES;q=0.7", "es"),
        ("fr;q=0, es", "es"),
        ("ar, zh", "en"),
        ("", "en"),
        ("fr;q=much, es;q=0.1", "es"),
        (";;;,,=;q=", "en"),
    ],
)
def test_the_browser_decides_at_first(accepted: str, language: str) -> None:
    """The most wanted language that is offered, whatever its country; else English."""
    assert language == language_of({"accept-language": [accepted]})


@pytest.mark.parametrize(
    ("cookie", "language"),
    [
        ("language=es", "es"),
        ("a=b; language=fr", "fr"),
        ("é=1; a,b=2;language=es", "es"),
        ("language=ar", "en"),
        ("language", "en"),
    ],
)
def test_what_was_chosen_counts_more(cookie: str, language: str) -> None:
    """A cookie that chooses what is offered; any other is as none."""
    assert language == language_of({"cookie": [cookie], "accept-language": ["en"]})


def test_a_link_of_the_head_chooses_for_a_year() -> None:
    """The same address without the choice, and a cookie that other sites cannot send."""
    browser = admitted()
    answer = browser.get("/workshops/0123?step=board&language=fr")

    assert (303, "?step=board") == (answer.status_code, answer.headers["location"])
    assert answer.headers["set-cookie"].startswith("language=fr; Max-Age=31536000; Path=/; ")
    assert answer.headers["set-cookie"].endswith("HttpOnly; SameSite=Strict")
    assert "fr" == browser.get("/", headers={"accept-language": "es"}).json()["language"]


@pytest.mark.parametrize("choice", ["", "de", "ar", "fr\r\nx: y", "FR"])
def test_what_is_not_offered_is_not_chosen(choice: str) -> None:
    """The page comes as it would without; nothing of the address gets into a header."""
    answer = admitted().request("GET", "/", params={"language": choice})

    assert 200 == answer.status_code
    assert "set-cookie" not in answer.headers


def test_a_choice_leads_nowhere_else() -> None:
    """The answer names no host and no path, whatever the address looks like."""
    answer = admitted().get("/?language=es&step=//elsewhere.example")

    assert answer.headers["location"].startswith("?step=%2F%2Felsewhere")


def test_nobody_chooses_who_is_not_let_in() -> None:
    """Without the key there is no cookie, and the refusal is told as the browser asks."""
    answer = client().get("/?language=fr", headers={"accept-language": "es", "accept": "text/html"})

    assert 401 == answer.status_code
    assert "set-cookie" not in answer.headers
    assert '<html lang="es">' in answer.text
    assert "Este navegador no tiene la clave de la página." in answer.text


@pytest.mark.parametrize("language", OFFERED)
def test_the_page_names_its_language_and_the_others(language: str) -> None:
    """``lang`` is right, every language is offered by its own name, and one is current."""
    answer = guest(language).get("/", headers={"accept": "text/html"})

    assert f'<html lang="{language}">' in answer.text
    assert [True] * len(OFFERED) == [f'title="{name}"' in answer.text for name in OFFERED.values()]
    assert 1 == answer.text.count('aria-current="true"')


def test_json_is_told_in_the_language_of_who_asks() -> None:
    """Deeds, titles, refusals: the same workshop for two readers."""
    app = create_app(LOCAL)
    english, french = guest("en", app), guest("fr", app)
    french.cookies = english.cookies
    made = english.post("/api/workshops?file=list.csv", content=SMALL.encode()).json()
    address = f"/api/workshops/{made['id']}"
    answers = [browser.get(address).json() for browser in (english, french)]
    refused = french.post(f"{address}/undo", json={"revision": 1}).json()
    stale = french.post(f"{address}/undo", json={"revision": 7}).json()

    assert ["Read a list of 8 delegations.", "Lecture d\u2019une liste de 8 délégations."] == [
        answer["versions"][0]["what"] for answer in answers
    ]
    assert ["You", "Vous"] == [answer["who"] for answer in answers]
    assert ["Region", "Région"] == [answer["list"]["columns"][2]["title"] for answer in answers]
    assert "il n\u2019y a rien à annuler." == refused["error"]["message"]
    assert stale["error"]["message"].startswith(
        "cet atelier a été modifié entre-temps (Vous)\u202f: Lecture d\u2019une liste de 8 "
    )


def test_sentences_deep_in_an_answer_are_told() -> None:
    """Lists, mappings, and parts of sentences; everything else stays what it is."""
    said = {"a": [say("Undo"), 3, None], "b": (joined(" ", [say("Redo"), "Undo"]),)}

    assert {"a": ["Annuler", 3, None], "b": ["Rétablir Undo"]} == in_language(said, "fr")


def guest(language: str, app: ASGIApp | None = None) -> Browser:
    """A browser that was let in, and asks for a language."""
    browser = Browser(app or create_app(LOCAL))
    browser.headers["accept-language"] = language
    browser.get(f"/start?token={LOCAL.token}")
    return browser
