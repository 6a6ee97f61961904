#!/usr/bin/env bash
# Draws the pictures of README.md and the guides: the rosters of the story as they print on paper, and the web page.
set -euo pipefail
cd "$(dirname "$0")/../.."

drawn=$(mktemp -d)
trap 'rm -rf "$drawn"' EXIT
allocator=${ALLOCATOR:-.venv/bin/allocator}
"$allocator" allocate examples/lists/04_inc11_nueva_york_1995_ES.xlsx \
    --settings examples/council-workshop/event.toml -o "$drawn/rosters.xlsx" >/dev/null
"$allocator" rebalance "$drawn/rosters.xlsx" --list examples/council-workshop/list-next-morning.csv \
    -o "$drawn/next.xlsx" >/dev/null
for name in rosters next; do
    soffice "-env:UserInstallation=file://$drawn/profile" --headless --convert-to pdf --outdir "$drawn" "$drawn/$name.xlsx" >/dev/null
done
# The page of a document on which a text stands first.
page() { awk -v text="$2" 'BEGIN { RS = "\f" } index($0, text) { print NR; exit }' < <(pdftotext "$drawn/$1.pdf" -); }
picture() { pdftoppm -png -singlefile -r 96 -f "$2" -l "$2" -x 30 -y 48 -W "$3" -H "$4" "$drawn/$1.pdf" "docs/images/$5"; }
picture rosters 1 1065 690 overview
picture rosters 2 1065 493 roster
picture next "$(page next "What more moves would give")" 1065 470 frontier
picture next "$(page next "Changes since version")" 1065 358 changes
here=$(pwd)
(cd tests && "$here/.venv/bin/python" -m web.browser.pictures "$here/docs/images")
