"""How many small faults the tests find: a score per part, and a floor for two of them.

``python tests/mutation/run.py [--sample] [audit] [model] [intake]``, from the top folder. mutmut
changes the code of a part in one place at a time (``<`` to ``<=``, a text, an argument left out)
and runs the tests that know the place; which tests, and which parts, stands in pyproject.toml.
With ``--sample`` a fifth of the faults is tried, the same every time. Exits with 1 when a part is
below its floor. ``mutmut browse`` shows what survived, change by change.
"""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

#: Part -> the least percentage of faults that the tests have to find; 0 for no floor.
FLOORS = {"audit": 85, "model": 85, "intake": 0}
#: What mutmut calls a fault that was found: a test failed, never ended, or took Python down.
FOUND = ("killed", "timeout", "segfault", "suspicious")
#: What it calls every other one.
MISSED = ("survived", "no tests", "skipped", "not checked", "check was interrupted by user")
#: The mutmut of the environment in which this runs.
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
#: mutmut numbers the faults of each function; a sample has those whose number ends so.
SAMPLE = "38"
#: mutmut copies the program and the tests to this folder.
COPIES = Path("mutants")


def main(arguments: list[str]) -> int:
    """Try the faults of the parts and print the table; 1 when a part is below its floor."""
    sampled = "--sample" in arguments
    parts = [each for each in arguments if each != "--sample"] or list(FLOORS)
    if unknown := set(parts) - FLOORS.keys():
        sys.exit(f"{', '.join(sorted(unknown))}: the parts are {', '.join(FLOORS)}")
    shutil.rmtree(COPIES, ignore_errors=True)
    faults = [
        f"allocator.{part}.*{ending}" for part in parts for ending in (SAMPLE if sampled else [""])
    ]
    subprocess.run([MUTMUT, "run", *faults], check=True)
    results = subprocess.run(
        [MUTMUT, "results", "--all", "true"], check=True, capture_output=True, text=True
    )
    found = re.findall(r"^ +allocator\.(\w+)\.(\S+): (.+)$", results.stdout, re.MULTILINE)
    verdicts = [each for each in found if each[0] in parts and _is_tried(each[1], sampled=sampled)]
    _print_survivors(verdicts)
    return _print_table({part: Counter(v for p, _, v in verdicts if p == part) for part in parts})


def _is_tried(name: str, *, sampled: bool) -> bool:
    return name.endswith(tuple(SAMPLE)) if sampled else True


def _print_survivors(verdicts: list[tuple[str, str, str]]) -> None:
    """Each function with faults that no test finds, and how many."""
    missed = Counter(
        f"{part}.{name.rpartition('__mutmut_')[0]}"
        for part, name, verdict in verdicts
        if verdict not in FOUND
    )
    for function, number in sorted(missed.items()):
        tell(f"{number:4} missed in {function}")


def _print_table(counts: dict[str, Counter[str]]) -> int:
    """One line per part; 1 when one is below its floor."""
    columns = [each for each in FOUND + MISSED if any(count[each] for count in counts.values())]
    tell("\n" + _line(["part", "faults", *columns, "found", "floor"]))
    below = False
    for part, count in counts.items():
        percent = 100 * sum(count[each] for each in FOUND) / count.total()
        below = below or percent < FLOORS[part]
        cells = [part, count.total(), *(count[each] for each in columns)]
        tell(_line([*cells, f"{percent:.1f} %", f"{FLOORS[part]} %"]))
    return int(below)


def _line(cells: list[object]) -> str:
    return "".join(f"{cell:>12}" for cell in cells)


def tell(text: str) -> None:
    """Print at once: the whole run takes minutes."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
