"""Which tests hold each kind of hostile input that a file, an archive or an address can be."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

ROWS: dict[str, dict[str, tuple[str, ...]]] = {
    "floods of combining marks, a line of a megabyte, a million line ends": {
        "desk/test_hostile_evidence.py": ("test_a_flood_is_added_and_found_within_a_moment",),
        "tui/test_wrapped.py": (
            "test_a_megabyte_in_one_line_is_cut_into_parts",
            "test_a_million_newlines_open_at_once",
        ),
    },
    "NUL, lone surrogates, invalid UTF-8, UTF-16 without a mark, cp1251, binary named .txt": {
        "reading/test_reading.py": (
            "test_utf16_without_a_mark_is_a_guess_that_is_told",
            "test_cp1251_is_a_guess_that_is_told",
            "test_what_is_no_text_is_refused",
            "test_any_bytes_are_read_or_refused",
        ),
        "reading/test_html.py": ("test_some_broken_bytes_are_shown_and_told",),
        "reading/test_declared_charset.py": ("test_what_is_no_charset_is_left_aside",),
        "desk/test_hostile_evidence.py": ("test_a_folder_of_traps_lists_each_and_reads_the_rest",),
    },
    "a file of 2 GB, a device, a pipe, a folder, a loop of links": {
        "reading/test_reading.py": (
            "test_a_folder_a_pipe_and_a_missing_file_are_refused",
            "test_a_device_is_refused_before_reading",
            "test_a_symlink_loop_is_refused",
            "test_a_file_over_the_limit_is_refused_before_reading",
            "test_standard_input_has_the_same_limit",
        ),
    },
    "XML bombs, external entities, an external DTD": {
        "reading/test_docx.py": (
            "test_entities_and_document_types_are_refused_wherever_they_stand",
            "test_a_part_outside_the_checked_ones_is_not_followed",
            "test_xml_nested_without_end_is_refused",
        ),
        "reading/test_bombs.py": ("test_a_bomb_is_refused_within_little_memory_and_no_network",),
        "reading/test_tables.py": ("test_active_xml_in_a_workbook_is_refused",),
    },
    "zip bombs, sizes that lie, a million members": {
        "reading/test_docx.py": (
            "test_a_bomb_is_refused_by_what_it_declares",
            "test_a_bomb_is_refused_by_what_it_unpacks_to",
            "test_a_million_members_are_refused_before_they_are_listed",
        ),
        "reading/test_bombs.py": ("test_zeros_are_refused_within_little_memory",),
        "reading/test_image.py": ("test_a_picture_that_would_fill_the_memory_is_refused",),
        "reading/test_damaged.py": (
            "test_a_damaged_file_is_read_or_refused",
            "test_every_format_has_a_damaged_one_here",
        ),
    },
    "file:, ftp:, data:, a user in the address, unusual spellings, addresses wrapped in others": {
        "capture/test_urls.py": (
            "test_it_is_refused_before_anything_is_looked_up_or_sent",
            "test_a_redirect_is_refused_like_an_address_that_is_typed",
        ),
        "capture/test_rules.py": (
            "test_an_address_that_is_not_public_is_named_for_what_it_is",
            "test_no_ipv4_address_becomes_public_by_wrapping_it",
            "test_nothing_is_public_that_the_library_knows_as_inside",
            "test_an_address_in_an_unusual_spelling_is_no_host",
        ),
    },
    "redirects inside, rebinding, 20 hops, 10 GB, a gzip bomb, a slow body, a wrong type": {
        "capture/test_attacks.py": (
            "test_a_redirect_to_a_forbidden_address_is_not_followed",
            "test_a_redirect_to_a_name_that_leads_inside_is_not_followed",
            "test_a_name_that_answers_otherwise_the_second_time_is_asked_once_only",
            "test_a_name_that_moves_inside_between_two_hops_is_refused_at_the_second",
            "test_five_redirects_are_followed_and_no_sixth",
            "test_a_body_that_is_declared_too_large_is_not_begun",
            "test_an_endless_body_is_cut_at_ten_megabytes",
            "test_a_compression_bomb_is_cut_while_it_grows",
            "test_an_answer_that_does_not_end_is_left_at_the_deadline",
            "test_the_deadline_holds_for_all_hops_together",
            "test_a_kind_that_is_no_document_is_refused_before_its_body",
        ),
    },
    "any text as a query": {
        "desk/test_searching.py": (
            "test_any_text_gives_results_or_none",
            "test_no_text_raises",
        ),
        "desk/test_hostile_evidence.py": ("test_no_query_is_an_error_at_the_command_line",),
    },
}
"""By what comes in: the files of tests, and the tests that show what comes of it."""


def names_in(path: Path) -> set[str]:
    """The functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS)
def test_every_hostile_input_has_its_tests(row: str) -> None:
    missing = {
        f"{file}: {name}"
        for file, names in ROWS[row].items()
        for name in names
        if name not in names_in(TESTS / file)
    }
    assert missing == set()
