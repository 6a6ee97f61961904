"""From a rosters workbook back to its outcome."""
