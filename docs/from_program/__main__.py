"""Write anew, in the pages of the folder above, every part that is made of the program."""

from pathlib import Path

from from_program import written

for page in sorted(Path(__file__).resolve().parents[1].glob("*.md")):
    before = page.read_text("utf-8")
    after = written(before)
    if after != before:
        page.write_text(after, "utf-8")
        print(f"written: {page.name}")  # noqa: T201 - this is what the command tells
