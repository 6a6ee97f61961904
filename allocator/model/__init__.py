"""The workshop as an integer program: cohorts, seats, rules and goals, and the dealing back."""
