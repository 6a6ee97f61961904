"""From published rosters and a new list to the workshop and the plan of the next version."""
