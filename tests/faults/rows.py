"""The faults that are tried, each with its tests; ``test_rows.py`` sees to it that they are there.

After each of them the old workbook is there byte for byte, or the new one is whole.
"""

#: Fault -> the tests that cause it, as ``file::test``, from this folder on.
ROWS: dict[str, tuple[str, ...]] = {
    "kill -9 while writing": (
        "test_killed::test_killed_at_any_line_of_the_writing",
        "test_killed::test_killed_at_any_time",
        "test_killed::test_what_a_killed_run_left_is_removed",
    ),
    "disk full": ("test_full_disk::test_a_full_disk_changes_nothing",),
    "file that may not grow": ("test_full_disk::test_a_file_that_may_not_grow_changes_nothing",),
    "Nth open, write, fsync, rename fails": (
        "test_failing_calls::test_whichever_call_fails_the_old_file_is_intact",
        "test_failing_calls::test_a_write_that_stops_midway_leaves_nothing",
    ),
    "out of memory": (
        "test_memory::test_at_each_step_the_rosters_are_whole_or_the_want_of_memory_is_told",
        "test_memory::test_many_threads_ask_for_more",
        "test_memory::test_an_ods_with_little_memory_is_read_or_refused",
    ),
    "output open in Excel": (
        "test_failing_calls::test_a_file_that_another_program_holds_says_what_to_do",
        "test_failing_calls::test_the_mark_of_an_open_workbook_is_only_a_warning",
    ),
    "input open elsewhere": (
        "test_failing_calls::test_a_list_that_is_open_elsewhere_is_read_as_it_was_saved",
    ),
    "read-only folder": ("test_folders::test_a_read_only_folder_is_told_before_the_work",),
    "folder vanishes": (
        "test_folders::test_a_folder_that_vanishes_while_solving_is_told",
        "test_folders::test_where_no_place_is_left_that_is_told_and_nothing_kept",
    ),
    "two writers at once": (
        "test_two_writers::test_a_reader_always_finds_a_whole_workbook",
        "test_two_writers::test_of_several_new_files_one_wins",
        "test_two_writers::test_the_second_of_two_runs_is_told_and_the_first_goes_on",
        "test_two_writers::test_the_lock_of_a_killed_run_is_no_hindrance",
    ),
    "link, mode, owner": (
        "test_folders::test_a_link_to_a_file_that_is_not_there_yet_stays_a_link",
        "test_folders::test_the_owner_of_a_replaced_file_is_kept",
    ),
    "same path for input and output": ("test_folders::test_the_list_is_never_its_own_output",),
    "clock set back or forward, 1970, zone": (
        "test_surroundings::test_a_clock_that_is_set_bounds_no_search",
        "test_surroundings::test_surroundings_change_no_byte",
        "test_surroundings::test_another_moment_is_another_workbook",
    ),
    "Ctrl+C while reading or writing": ("test_interrupted::test_ctrl_c_while_reading_or_writing",),
    "process of the page killed": (
        "test_web_faults::test_a_reader_that_is_killed_takes_only_its_upload_with_it",
        "test_web_faults::test_a_server_that_is_ended_while_it_searches_keeps_what_was_there",
    ),
    "uploads in parallel, slow visitors": (
        "../web/test_load::test_two_hundred_uploads_and_then_twenty_searches",
    ),
    "visitor leaves while uploading": (
        "test_web_faults::test_the_places_of_visitors_who_leave_are_free_within_a_second",
    ),
    "solver that cannot be trusted": (
        "test_untrusted_solver::test_an_answer_without_values_is_never_read",
        "test_untrusted_solver::test_wrong_seats_are_found_by_the_independent_check",
        "test_untrusted_solver::test_a_bound_above_the_best_is_found_by_the_independent_check",
    ),
    "locale, hash seed, folder name": (
        "test_surroundings::test_surroundings_change_no_byte",
        "test_surroundings::test_no_seed_of_hashes_changes_a_byte",
        "test_surroundings::test_a_system_without_unicode_writes_the_same",
    ),
    "output closed, | head, full device": (
        "test_interrupted::test_whoever_listens_the_rosters_are_written",
        "test_interrupted::test_a_full_device_for_the_summary_is_told",
        "test_interrupted::test_a_full_device_for_the_messages_is_told_by_the_exit_code",
    ),
}
