"""From a workshop and what the user said to a plan: defaults, rules, chairs and rapporteurs."""
