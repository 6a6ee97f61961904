"""Cells that hold no plain text: formulas, errors, characters that cannot be shown, odd names."""

from functools import partial
from pathlib import Path

from corpus.case import Case, Problem
from corpus.sheets import Cell, Raw, a_list, value
from list_files import a_csv

INJECTED = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    "+1+2",
    "-3-4",
    "@SUM(A1:A9)",
)
RIGHT_TO_LEFT = ("الأردن", "ישראל", "جزر القمر")


def _named(*names: Cell, folder: Path) -> Path:
    """A workbook with these delegations, of 2 delegates each."""
    return a_list(folder, *((name, 2) for name in names))


def _case(number: int, name: str, *names: Cell, problems: tuple[Problem, ...] = ()) -> Case:
    def make(folder: Path) -> Path:
        return _named(*names, folder=folder)

    return Case(number=number, name=name, make=make, problems=problems)


def _counted(cell: Raw, folder: Path) -> Path:
    return a_list(folder, ("Kenya", cell), ("Chad", 1))


def _csv(folder: Path, *lines: str) -> Path:
    return a_csv(folder, "Delegation,Delegates", *lines)


CASES = (
    Case(
        number=73, name="formula_nocache", make=partial(_counted, Raw("<f>1+1</f>")),
        problems=(Problem("E-FORMULA", "cell B2", "1+1"),),
    ),
    Case(
        number=74, name="formula_cached", make=partial(_counted, Raw("<f>1+2</f><v>99</v>")),
        notices=("N-FORMULA",), read=(("Kenya", 99), ("Chad", 1)),
    ),
    Case(
        number=74, name="formula_cached_error",
        make=partial(_counted, Raw("<f>1/0</f><v>#DIV/0!</v>", 't="e"')),
        problems=(Problem("E-CELLERR", "cell B2", "#DIV/0!"),),
    ),
    Case(
        number=75, name="err_cell", make=partial(_counted, value("#N/A", 't="e"')),
        problems=(Problem("E-CELLERR", "cell B2", "#N/A"),),
    ),
    Case(
        number=76, name="inject_text", make=lambda folder: _named(*INJECTED, folder=folder),
        notices=("N-NAME", "N-TEXT"), read=tuple((name, 2) for name in INJECTED),
    ),
    Case(
        number=76, name="inject_behind_spaces",
        make=lambda folder: _named("\t=1+1", "\r=2+2", folder=folder),
        notices=("N-NAME", "N-SPACE", "N-TEXT"), read=(("=1+1", 2), ("=2+2", 2)),
    ),
    _case(77, "ctrl_chars", "Fr_x0001_ance", "Chad", "Ke_x001F_nya", problems=(
        Problem("E-CHAR", "cell A2", "_x0001_"), Problem("E-CHAR", "cell A4", "_x001F_"),
    )),
    _case(78, "x0000_escape", "Ke_x0000_nya", problems=(
        Problem("E-CHAR", "cell A2", "_x0000_"),
    )),
    _case(79, "xD800_escape", "Ke_xD800_nya", problems=(
        Problem("E-CHAR", "cell A2", "_xD800_"),
    )),
    Case(
        number=80, name="name_10000", make=lambda folder: _named("a" * 10_000, folder=folder),
        problems=(Problem("E-NAME", "cell A2", "a" * 10_000),), says="longer than 200",
    ),
    Case(
        number=81, name="name_32767", make=lambda folder: _named("a" * 32_767, folder=folder),
        problems=(Problem("E-NAME", "cell A2", "a" * 32_767),), says="longer than 200",
    ),
    Case(
        number=82, name="right_to_left", make=lambda folder: _named(*RIGHT_TO_LEFT, folder=folder),
        notices=("N-NAME",), read=tuple((name, 2) for name in RIGHT_TO_LEFT),
    ),
    _case(83, "override", "Ke\u202enya", problems=(Problem("E-CHAR", "cell A2", "\u202e"),)),
    Case(
        number=84, name="zero_width", make=lambda folder: _named("Ken\u200bya", folder=folder),
        notices=("N-INVISIBLE",), read=(("Ken\u200bya", 2),),
    ),
    _case(84, "zero_width_twice", "Kenya", "Ken\u200dya", problems=(
        Problem("E-DUP", "cell A3", "Ken\u200dya"),
    )),
    _case(85, "nfc_nfd", "Côte d'Ivoire", "Co\u0302te d'Ivoire", problems=(
        Problem("E-DUP", "cell A3", "Co\u0302te"),
    )),
    Case(
        number=86, name="dup_delegation.csv",
        make=lambda folder: _csv(folder, "France,2", "france ,1"),
        problems=(Problem("E-DUP", "line 3, column A", "france "),),
    ),
    Case(
        number=87, name="emoji_flag", make=lambda folder: _named("🇫🇷 France", "🇰🇪", folder=folder),
        notices=("N-NAME",), read=(("🇫🇷 France", 2), ("🇰🇪", 2)),
    ),
    Case(
        number=88, name="na_names.csv",
        make=lambda folder: _csv(folder, "NA,1", "None,2", "null,3"),
        notices=("N-NAME",), read=(("NA", 1), ("None", 2), ("null", 3)),
    ),
    Case(
        number=89, name="numeric_name", make=lambda folder: _named(7, "Kenya", folder=folder),
        notices=("N-NAME",), read=(("7", 2), ("Kenya", 2)),
    ),
)  # fmt: skip
