"""The style sheet and the scripts: our own, from this server only, nothing is evaluated."""

import re
from importlib import resources

import pytest

STATIC = resources.files("allocator.web").joinpath("static")
SCRIPTS = ("board.js", "page.js", "progress.js", "settings.js", "upload.js")


def text_of(name: str) -> str:
    """A file of the page."""
    return STATIC.joinpath(name).read_text("utf-8")


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_keep_to_the_policy(name: str) -> None:
    """No evaluation, no inline style, no address elsewhere."""
    text = text_of(name)

    assert [] == re.findall(r"\beval\(|new Function|\.style\b|javascript:|https?://", text)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_import_what_is_there(name: str) -> None:
    """Every module names others of the page, and only what they export."""
    for names, module in re.findall(r'import \{([^}]+)\} from "\./(\w+\.js)"', text_of(name)):
        exported = re.findall(r"export (?:async )?(?:function|const) (\w+)", text_of(module))
        assert set() == {each.strip() for each in names.split(",")} - set(exported)


def test_the_style_sheet_loads_nothing() -> None:
    """No fonts, no pictures, no other sheets."""
    assert [] == re.findall(r"@import|url\(|https?:", text_of("page.css"))


@pytest.mark.parametrize(
    "wanted",
    ["prefers-color-scheme: dark", "prefers-reduced-motion", "@media print", ":focus-visible"],
)
def test_the_style_sheet_serves_everybody(wanted: str) -> None:
    """Dark screens, people whom motion disturbs, paper and keyboards."""
    assert wanted in text_of("page.css")


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as ``#0b5a8f``. Source: WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"),
        ("ink", "ground"),
        ("quiet", "paper"),
        ("quiet", "ground"),
        ("quiet", "accent-soft"),
        ("accent", "paper"),
        ("accent-ink", "accent"),
        ("bad", "bad-soft"),
        ("good", "good-soft"),
        ("mark-ink", "mark"),
    ],
)
def test_text_has_enough_contrast(ink: str, ground: str, scheme: int) -> None:
    """At least 4.5 to 1, in light and dark. Source: WCAG 2.2, 1.4.3."""
    block = re.findall(r":root \{(.*?)\}", text_of("page.css"), re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))

    assert 4.5 <= contrast(colours[ink], colours[ground])


def test_letters_can_be_read_on_their_colour() -> None:
    """White on the first colour, nearly black on all others."""
    colours = re.findall(r"--tint-\d: (#[0-9a-f]{6})", text_of("page.css"))

    assert 8 == len(colours)
    assert 4.5 <= contrast("#ffffff", colours[0])
    assert all(4.5 <= contrast("#111111", colour) for colour in colours[1:])
