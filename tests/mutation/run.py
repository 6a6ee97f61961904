"""How many small faults the tests find: a score per part, and a floor for two of them.

``python tests/mutation/run.py [audit] [model] [intake]``, from the top folder. mutmut changes the
code of a part in one place at a time (``<`` to ``<=``, a text, an argument left out) and runs the
tests that know the place; which tests, and which parts, stands in pyproject.toml. Exits with 1 when
a part is below its floor. ``mutmut browse`` shows what survived, change by change.
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
#: mutmut copies the program and the tests to this folder.
COPIES = Path("mutants")


def main(parts: list[str]) -> int:
    """Try every fault of the parts and print the table; 1 when a part is below its floor."""
    if unknown := set(parts) - FLOORS.keys():
        sys.exit(f"{', '.join(sorted(unknown))}: the parts are {', '.join(FLOORS)}")
    wanted = parts or list(FLOORS)
    shutil.rmtree(COPIES, ignore_errors=True)
    subprocess.run([MUTMUT, "run", *(f"allocator.{part}.*" for part in wanted)], check=True)
    results = subprocess.run(
        [MUTMUT, "results", "--all", "true"], check=True, capture_output=True, text=True
    )
    verdicts = re.findall(r"^ +allocator\.(\w+)\.(\S+): (.+)$", results.stdout, re.MULTILINE)
    _print_survivors([verdict for verdict in verdicts if verdict[0] in wanted])
    return _print_table({part: Counter(v for p, _, v in verdicts if p == part) for part in wanted})


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
