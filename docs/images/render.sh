#!/usr/bin/env bash
# Draws the pictures of README.md and the guide from the rosters of the story, as they print on paper.
set -euo pipefail
cd "$(dirname "$0")/../.."

drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT
"${ALLOCATOR:-.venv/bin/allocator}" allocate examples/lists/04_inc11_nueva_york_1995_ES.xlsx \
    --settings examples/council-workshop/event.toml -o "$drawn/rosters.xlsx" >/dev/null
soffice "-env:UserInstallation=file://$drawn/profile" --headless --convert-to pdf --outdir "$drawn" "$drawn/rosters.xlsx" >/dev/null
picture() { pdftoppm -png -singlefile -r 96 -f "$1" -l "$1" -x "$2" -y "$3" -W "$4" -H "$5" "$drawn/rosters.pdf" "docs/images/$6"; }
picture 1 30 48 1065 690 overview
picture 2 30 48 1065 500 roster
