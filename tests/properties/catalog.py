"""The properties of the program, P1 to P38: what each claims, and the tests that hold it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Property:
    """A claim about every list, and the pytest node ids, below ``tests/``, that assert it."""

    number: int
    claim: str
    held_by: tuple[str, ...]


_AGREE, _CHANGES, _RULED = (
    "test_agreement.py::",
    "test_agreement_changes.py::",
    "test_rule_properties.py::",
)
_MOVES, _PEOPLE, _STATES = (
    "test_rebalance_properties.py::",
    "test_rebalance_people.py::",
    "test_rebalance_states.py::",
)
_BOOK, _GOALS, _RENEW = (
    "properties/test_workbook.py::",
    "properties/test_goals.py::",
    "properties/test_rebalance.py::",
)
_READ, _REPEAT = "properties/test_reading.py::", "properties/test_repeatability.py::"
_RECOUNT = f"{_BOOK}test_the_workbook_holds_the_list_and_the_numbers_that_a_recount_finds"
_FILES = "properties/test_states.py::TestSecretariat"
_ALL_RULES = "test_agreement_rules.py::test_no_roster_that_keeps_the_rules_is_better"
_MOVES_BEST = f"{_MOVES}test_the_outcome_is_what_an_enumeration_of_all_rosters_finds"
_PEOPLE_BEST = f"{_PEOPLE}test_the_outcome_is_what_an_enumeration_of_all_rosters_finds"
_REAL = "test_rebalance_real.py::"
_CORPUS = "corpus/test_corpus.py::"

ALLOCATION = (
    Property(1, "Every delegation, with all its people, sits in the groups once.",
             (f"{_AGREE}test_the_witness_recounts_the_same_values", _RECOUNT, _FILES)),
    Property(2, "Nobody is invented or lost, and every name stays as it is, letter by letter.",
             (_RECOUNT, f"{_BOOK}test_no_cell_is_a_formula_and_names_stay_letter_by_letter",
              "rosters/test_round_trip.py::test_any_name_comes_back_letter_by_letter", _FILES)),
    Property(3, "The value of every goal is what a recount of the written workbook finds.",
             (_RECOUNT, f"{_AGREE}test_the_witness_recounts_the_same_values", _FILES)),
    Property(4, "Hard rules hold: sizes, pins, apart, together and all others.",
             (_ALL_RULES, f"{_AGREE}test_capacities_are_kept_and_recounted", _RECOUNT, _FILES)),
    Property(5, "On small lists the proven value is that of brute force.",
             (f"{_AGREE}test_no_roster_is_better_than_the_one_returned", _ALL_RULES)),
    Property(6, "A bound is never above its value, and equal to it where that is called proven.",
             (f"{_AGREE}test_values_bounds_and_limits_are_in_order", _RECOUNT)),
    Property(7, "The order of the rows changes neither values nor seats.",
             (f"{_CHANGES}test_the_order_of_the_list_does_not_matter",
              f"{_RULED}test_the_order_of_the_list_changes_nothing",
              "test_real_lists.py::test_a_real_list_upside_down_gives_the_same_roster")),
    Property(8, "Columns in another order, and unknown ones, change nothing in the workbook.",
             (f"{_REPEAT}test_the_order_of_columns_and_unknown_ones_do_not_matter",)),
    Property(9, "What the groups are called changes no value.",
             (f"{_CHANGES}test_the_names_of_groups_do_not_matter",
              f"{_RULED}test_the_names_of_groups_change_nothing")),
    Property(10, "Renamed delegations have the same values; in the same order, the same seats.",
             (f"{_CHANGES}test_the_names_of_delegations_do_not_matter",
              f"{_CHANGES}test_names_in_the_same_order_keep_the_roster")),
    Property(11, "Same list, options, seed and version: the same roster, wherever it is made.",
             (f"{_REPEAT}test_five_colleagues_get_one_workbook",
              f"{_REPEAT}test_any_list_gives_one_workbook_in_every_form",
              "faults/test_surroundings.py::test_surroundings_change_no_byte",
              f"{_CHANGES}test_the_seed_changes_the_draw_and_never_the_values",
              "test_real_lists.py::test_the_json_of_the_command_says_the_same_twice")),
    Property(12, "A column of numbers times k has k times the value, and nothing else changes.",
             (f"{_GOALS}test_a_column_of_numbers_times_k_has_k_times_the_value",)),
    Property(13, "A rule less is never worse, a rule more never better.",
             (f"{_RULED}test_a_rule_less_never_makes_it_worse",
              f"{_CHANGES}test_a_capacity_never_improves_the_values")),
    Property(14, "A rule that the roster keeps already costs nothing.",
             (f"{_RULED}test_a_rule_that_the_roster_keeps_costs_nothing",)),
    Property(15, "More work of one worker is never worse.",
             (f"{_GOALS}test_more_work_of_one_worker_is_never_worse",)),
    Property(16, "A delegation that weighs nothing changes nothing, any other only by its share.",
             (f"{_GOALS}test_as_many_people_more_in_every_group_change_no_value",
              f"{_GOALS}test_a_late_delegation_changes_the_sizes_by_no_more_than_itself")),
    Property(17, "Every delegation twice at most doubles the values.",
             (f"{_CHANGES}test_every_delegation_twice_at_most_doubles_the_values",)),
    Property(18, "Delegations that are alike can change places.",
             (f"{_CHANGES}test_delegations_that_are_alike_can_change_places",)),
    Property(19, "A roster known to exist is never missed, nor better than the answer.",
             (f"{_AGREE}test_a_planted_roster_is_never_missed_nor_beats_the_answer",)),
    Property(20, "Rules named as impossible are so by themselves, and not without any one of them.",
             ("solve/test_planted_conflicts.py::test_what_is_named_clashes_and_no_less_does",
              "solve/test_planted_conflicts.py::test_every_change_that_is_suggested_works",
              "cli/test_rules.py::test_rules_that_contradict_each_other_end_with_4")),
)  # fmt: skip

REBALANCE = (
    Property(21, "The same list again: nobody moves, and the rosters are the same cell by cell.",
             ("cli/test_rebalance.py::test_the_same_list_again_changes_nothing",
              f"{_REAL}test_the_same_list_again_changes_nothing",
              f"{_MOVES}test_the_same_list_again_keeps_every_seat_even_one_moved_by_hand",
              f"{_PEOPLE}test_the_same_list_again_keeps_every_seat", _FILES)),
    Property(22, "A re-balance of a re-balance moves nobody.",
             (f"{_MOVES}test_a_rebalance_of_a_rebalance_moves_nobody",
              "cli/test_rebalance.py::test_a_rebalance_of_the_rebalance_moves_nobody",
              f"{_REAL}test_a_rebalance_of_a_rebalance_changes_nothing",
              f"{_PEOPLE}test_a_rebalance_of_a_rebalance_moves_nobody", _FILES)),
    Property(23, "Pins are kept; whoever is off the list leaves, and nobody else.",
             (f"{_RENEW}test_pins_are_kept_and_exactly_those_off_the_list_leave",
              f"{_PEOPLE}test_exactly_those_who_are_not_on_the_new_list_leave", _FILES)),
    Property(24, "The moves that are told are those between the sheets of the two workbooks.",
             ("cli/test_rebalance.py::test_moves_are_those_of_the_sheets",
              "cli/test_rebalance.py::test_moves_of_a_named_list_are_those_of_the_sheets",
              _PEOPLE_BEST, _FILES)),
    Property(25, "No roster within the limit needs fewer moves.",
             (_MOVES_BEST, _PEOPLE_BEST,
              f"{_REAL}test_as_few_people_move_as_the_witness_proves_necessary",
              f"{_STATES}TestRosters", f"{_STATES}TestNamedRosters")),
    Property(26, "A looser limit never needs more moves; more moves never give worse rosters.",
             (f"{_MOVES}test_a_looser_tolerance_never_needs_more_moves",
              f"{_MOVES}test_the_frontier_is_that_of_the_enumeration")),
    Property(27, "With no moves allowed everybody stays, or it is said that this cannot be.",
             (f"{_MOVES}test_with_a_budget_the_best_that_it_allows_is_taken",
              "cli/test_rebalance_options.py::test_nobody_moves_when_nobody_may",
              f"{_REAL}test_with_no_moves_allowed_everybody_who_stays_keeps_the_seat",
              f"{_PEOPLE}test_with_no_moves_allowed_the_best_seats_for_new_people_are_found",
              f"{_STATES}TestNamedRosters")),
    Property(28, "The rosters are within the limit that was promised.", (_MOVES_BEST,)),
    Property(29, "A late delegation that withdraws again leaves the rosters as they were.",
             (f"{_MOVES}test_a_late_delegation_that_withdraws_again_leaves_the_rosters_as_they_were",)),
    Property(30, "Rosters with other names of groups give the same seats, with as many moves.",
             (f"{_RENEW}test_other_names_of_the_groups_give_the_same_seats",
              f"{_MOVES}test_groups_in_another_order_need_as_many_moves")),
    Property(31, "Coming together needs no more moves than coming one by one.",
             (f"{_MOVES}test_coming_together_needs_no_more_moves_than_coming_one_by_one",)),
    Property(32, "A move by hand is the new start.",
             (f"{_MOVES}test_the_same_list_again_keeps_every_seat_even_one_moved_by_hand",
              "corpus/test_rebalances.py::test_what_was_edited_everywhere_is_the_new_start",
              f"{_PEOPLE}test_the_same_list_again_keeps_every_seat",
              _FILES)),
)  # fmt: skip

FILES = (
    Property(33, "What is written is read back as it was.",
             ("rosters/test_round_trip.py::test_any_name_comes_back_letter_by_letter",
              "rosters/test_round_trip.py::test_everything_that_was_said_comes_back")),
    Property(34, "A list is the same from csv and from a workbook.",
             (f"{_READ}test_a_list_is_the_same_in_every_form",)),
    Property(35, "Any bytes are read or refused in words, in time, within memory, without a crash.",
             (f"{_READ}test_any_bytes_are_read_or_refused_in_words",
              f"{_READ}test_a_damaged_list_is_read_or_refused_in_words",
              f"{_READ}test_a_workbook_with_spoilt_parts_is_read_or_refused_in_words",
              f"{_CORPUS}test_what_is_wrong_with_a_file_is_told")),
    Property(36, "No cell is a formula, and every text is the one that was read.",
             (f"{_BOOK}test_no_cell_is_a_formula_and_names_stay_letter_by_letter",
              f"{_CORPUS}test_an_odd_list_is_allocated_with_its_names_as_they_stand")),
    Property(37, "Errors stand in order, the same each time, each at a cell with what it says.",
             (f"{_READ}test_every_error_is_in_its_cell_and_the_errors_stand_in_order",
              f"{_CORPUS}test_what_is_wrong_with_a_file_is_told")),
    Property(38, "A refused run leaves the folder as it was, byte by byte.",
             (f"{_READ}test_a_refused_run_leaves_the_folder_as_it_was",
              f"{_CORPUS}test_a_refused_file_leaves_the_folder_of_the_rosters_as_it_was",
              "corpus/test_rebalances.py::test_what_went_wrong_between_two_versions_is_told")),
)  # fmt: skip

PROPERTIES = (*ALLOCATION, *REBALANCE, *FILES)
