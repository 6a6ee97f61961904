"""A list of people with and without gender and language, and an event that asks for both."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.late import allocated

#: People of the list.
PEOPLE = 400
#: The languages of the three groups; everybody follows one or two of them, or says nothing.
ROOMS = (("en", "fr"), ("en", "es"), ("en", "fr", "ru"))
SPOKEN = ("en", "en", "en", "fr", "es", "en; fr", "en; es", "ru; en", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """The list as it is, the list with two further columns, and the settings that need them."""

    bare: Path
    full: Path
    settings: Path


def ruled_lists(source: str, folder: Path) -> Ruled:
    """The files, written to the folder; delegations and their sizes are those of a real list."""
    files = Ruled(
        bare=folder / "bare.csv", full=folder / "full.csv", settings=folder / "event.toml"
    )
    rows = list(_people(source, folder))
    for path, columns in ((files.bare, 3), (files.full, 5)):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            heads = ["Delegation", "First name", "Last name", "Gender", "Language"]
            writer.writerows(row[:columns] for row in (heads, *rows))
    rooms = [
        f'[[group]]\nname = "Group {number}"\nlanguages = {list(languages)}\n'
        for number, languages in enumerate(ROOMS, start=1)
    ]
    rule = f'[[rule]]\nrule = "at least"\nwho = "gender = F"\nnumber = {PEOPLE // 8}\n'
    files.settings.write_text("".join(['balance = ["gender"]\n', *rooms, rule]), "utf-8")
    return files


def _people(source: str, folder: Path) -> Iterator[list[str]]:
    """So many people of a real list's delegations; of a small one, all follow what one does."""
    draw = Random(1)  # noqa: S311 - a repeatable draw is what is wanted
    heads: dict[str, int] = {}
    for seat in allocated(source, folder / "any.xlsx")["assignments"]:
        name = str(seat["delegation"])
        heads[name] = heads.get(name, 0) + int(seat["delegates"])
    left = PEOPLE
    for name, people in heads.items():
        own = draw.choice(SPOKEN)
        for number in range(min(people, left)):
            spoken = own if people < len(ROOMS) else draw.choice(("en", "en; fr", ""))
            yield [name, f"Person {number}", f"of {name}", draw.choice("FM"), spoken]
        left -= min(people, left)
