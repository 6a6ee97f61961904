"""The sheets of a rosters workbook, one file each; ``catalog.py`` lists them in order."""
