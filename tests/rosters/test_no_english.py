"""No English stands in what is written in another language: workbooks, templates, exports."""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from outcomes import STAMP

import allocator
from allocator.allocation import Outcome
from allocator.exports.catalog import FORMATS
from allocator.exports.making import export
from allocator.language import LANGUAGES, catalogue, messages
from allocator.rosters import rosters_file
from allocator.rosters.template import template_file
from allocator.settings import Group, RuleRow, Seating, Settings
from allocator.workshop import Workshop

OTHERS = [code for code in LANGUAGES if code != "en"]
#: Names of programs and file formats, of goals, columns and options: the same everywhere, because
#: settings and the record call them so.
CONTRACT = {
    *("allocator", "python", "openpyxl", "tools", "sha", "utc", "rosters", "rebalance", "verify"),
    *("xlsx", "csv", "word", "indico", "zoom", "teams", "excel", "outlook", "size", "small"),
    *("seating", "region", "category", "gender", "language", "role", "officers", "title"),
    *("delegations", "delegates", "regions", "meetings", "offices"),
}
#: Merge fields and their table, and headings that other programs want as they are.
FIELDS = {
    *("email", "title", "firstname", "lastname", "delegation", "group", "room", "date", "time"),
    *("language", "oldgroup", "newgroup", "messagetext", "people", "change", "merge"),
    *("assign", "name", "address", "code"),
}
#: What the list says, and who wrote it.
PEOPLE = """delegation,title,first name,last name,gender,language,role,category,e-mail
Kenya,Xtitla,Zoë,Ñandú,F,fr,chair,Xmemba,a@xmail.org
Kenya,Xtitla,Ali,Abel,M,fr,,Xmemba,b@xmail.org
Oman,Xtitla,Uda,Souza,F,es,rapporteur,Xmemba,c@xmail.org
Oman,Xtitla,Uda,Souza,F,es,chair,Xmemba,d@xmail.org
Oman,Xtitla,Bo,Itoh,M,es,chair / rapporteur,Xmemba,e@xmail.org
Fiji,,Joe,Tui,M,,rapporteur,Xmemba,
Xorgan,,Eva,Novak,,,,Xigo,g@xmail.org
"""
COUNTS = """delegation,delegates,seating,category
Kenya,3,whole,Xmemba
Oman,2,spread,Xmemba
Fiji,1,,Xmemba
Tonga,1,,Xmemba
Xorgan,1,,Xigo
"""
#: Placeholders, options with their values, codes of messages, and the properties of a calendar.
UNTOLD = re.compile(r"\{[^}]*\}|--[\w-]+( \w+)?|\b[EN]-[A-Z]+|^[A-Z]+[:;]", re.MULTILINE)
#: Parts of a file with names of fonts, styles and programs, and nothing that is read.
UNREAD = ("styles.xml", "theme", "settings.xml", "fontTable.xml", "Content_Types", ".rels",
          "webSettings.xml", "stylesWithEffects.xml", "app.xml", "core.xml", "item1.xml",
          "numbering.xml", "itemProps1.xml")  # fmt: skip


def words(texts: Iterable[str]) -> set[str]:
    """The words of texts, of three letters and more."""
    told = (UNTOLD.sub(" ", text) for text in texts)
    return {word.casefold() for text in told for word in re.findall(r"[^\W\d_]{3,}", text)}


@cache
def english() -> set[str]:
    """Every word that the program can say in English."""
    sections = (catalogue("en")[section].values() for section in printed("en"))
    return words(messages("fr")) | words(text for texts in sections for text in texts)


@cache
def own(language: str) -> set[str]:
    """Every word of a language, some of which English has too."""
    sections = (catalogue(language)[section].values() for section in printed(language))
    said = words(messages(language).values())
    return said | words(text for texts in sections for text in texts)


def printed(language: str) -> list[str]:
    """The sections of a catalogue that are printed."""
    return [section for section in catalogue(language) if section not in {"lists", "script"}]


def listed(folder: Path, text: str, settings: Settings) -> Workshop:
    """A list with settings, read from a file."""
    path = folder / "xlist.csv"
    path.write_text(text, "utf-8")
    return replace(allocator.read_list(path), settings=settings)


def settings(language: str, **more: object) -> Settings:
    """Settings in words that are no English."""
    groups = (
        Group(name="Xrot", room="Xsal", capacity=40, languages=("fr", "es")),
        Group(name="Xblau", languages=("fr", "es")),
    )
    said = Settings(
        language=language,
        meeting="Xrat",
        theme="Xtema",
        date="2026-11-23",
        time="10:00-12:00",
        venue="Xaus",
        group_table=groups,
    )
    return replace(said, **more)  # type: ignore[arg-type]  # fields of the settings


def of_people(language: str, folder: Path) -> Outcome:
    """A second version: people moved, came and left; officers, rules and a balanced column."""
    rules = (
        RuleRow(kind="not in", who="Kenya", other="Xblau"),
        RuleRow(kind="at least", who="gender = F", number=1),
    )
    told = settings(language, rules=rules, balance=("gender",), small=1)
    first = allocator.allocate(listed(folder, PEOPLE, replace(told, rules=rules[1:])))
    later = PEOPLE.replace("Fiji,,Joe", "Tonga,,Mele") + "Oman,,Ida,Amin,F,es,,Xmemba,h@xmail.org\n"
    allocator.write_rosters(first, folder / "xrosters.xlsx", stamp=STAMP)
    rosters = allocator.read_rosters(folder / "xrosters.xlsx")
    return allocator.rebalance(rosters, listed(folder, later, told), tolerance=0)


def of_counts(language: str, folder: Path) -> Outcome:
    """Head-counts in two sessions, with seating of their own."""
    told = settings(language, seating=Seating.WHOLE)
    return allocator.allocate(listed(folder, COUNTS, told), sessions=2)


def texts_of(content: bytes) -> Iterator[str]:
    """What a reader of an Office file can see or hear: texts, lists to choose from, edges."""
    with ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith(".xml") and not any(each in name for each in UNREAD):
                for element in ET.fromstring(parts.read(name)).iter():  # noqa: S314 - ours
                    yield from _shown(element)


def _shown(element: ET.Element) -> Iterator[str]:
    """The text of an element, where it is no formula, and its attributes that are read."""
    kind = element.tag.rpartition("}")[2]
    if kind not in {"f", "definedName", "instrText", "formatCode", "formula2"}:
        yield re.sub(r'&amp;|&"[^"]*"|&\w', " ", element.text or "")
    seen = {"sheet": ("name",), "dataValidation": ("errorTitle", "error", "prompt"),
            "cNvPr": ("descr",), "tableColumn": ("name",)}  # fmt: skip
    for attribute in seen.get(kind, ()):
        yield element.get(attribute) or ""


def strange(texts: Iterable[str], language: str) -> list[str]:
    """English words that are none of the language, of the list, or of the contract."""
    mine = own(language) | words((PEOPLE, COUNTS, "Kenya Oman Fiji Tonga"))
    return sorted(words(texts) & english() - mine - CONTRACT)


@pytest.mark.parametrize("make", [of_people, of_counts], ids=["people", "head-counts"])
@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_a_workbook_is_english(
    language: str, make: Callable[[str, Path], Outcome], tmp_path: Path
) -> None:
    """On any sheet: headings, notices, drop-downs, headers, footers, charts and what they tell."""
    content = rosters_file(make(language, tmp_path), stamp=STAMP)

    assert [] == strange(texts_of(content), language)


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_a_template_is_english(language: str) -> None:
    """On any of its sheets."""
    assert [] == strange(texts_of(template_file(language)), language)


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"json"}))
@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_an_export_is_english(language: str, form: str, tmp_path: Path) -> None:
    """But for the names of merge fields, and the headings that Zoom wants."""
    content = export(replace(of_people(language, tmp_path), written=STAMP.isoformat()), form)
    texts = texts_of(content) if content.startswith(b"PK") else [content.decode("utf-8-sig")]

    assert [] == [word for word in strange(texts, language) if word not in FIELDS]


def test_english_would_be_found() -> None:
    """A sheet in English is full of it, for a reader of each of the others."""
    heard = list(texts_of(template_file("en")))

    assert [] == [code for code in OTHERS if len(strange(heard, code)) < len(OTHERS) * 10]
