"""The seat variables of a cohort, one file for each way in which cohorts sit."""
