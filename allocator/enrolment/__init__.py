"""From the rows of a list to its delegations, with every problem told at once."""
