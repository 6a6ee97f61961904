"""Rosters for other systems: files to be taken in where they had to be typed again."""
