"""The 78 bad inputs by number: what each is, and what the program does with it."""

from __future__ import annotations

from tests.bad_inputs.kinds import BadFile, BadInput
from tests.bad_inputs.packages import PACKAGES, PAGES
from tests.bad_inputs.texts import SEGMENTS, TEXTS
from tests.bad_inputs.xml_files import TMX, XLIFF

BAD_INPUTS: dict[int, BadInput] = TEXTS | SEGMENTS | XLIFF | TMX | PACKAGES | PAGES
LAST = 78
LARGE = 63
"""The one that has a bound of its own: three times its size."""

_PLACES = "tests/bad_inputs/test_destinations.py"
_STORE = "tests/translation/store"

DESTINATIONS: dict[str, tuple[str, ...]] = {
    "a disk that is full": (
        f"{_PLACES}::test_a_full_disk_and_a_read_only_one",
        f"{_PLACES}::test_what_fails_half_way_leaves_the_old_file",
        "tests/translation/test_bad_input.py::test_a_full_disk",
        f"{_STORE}/test_disk_full.py::test_a_failed_writing_leaves_all_as_it_was_and_later_ones_go_on",
        "tests/app/test_opening_bad_files.py::test_a_disk_that_fills_up_while_working",
    ),
    "a folder that is read-only": (
        f"{_PLACES}::test_a_full_disk_and_a_read_only_one",
        "tests/app/test_opening_bad_files.py::test_an_article_in_a_read_only_place_is_worked_on_elsewhere",
    ),
    "a name from right to left, of two lines, of 255 bytes": (
        f"{_PLACES}::test_odd_names_are_written_and_opened",
        f"{_PLACES}::test_a_name_longer_than_a_name_can_be_is_refused",
    ),
    "killed while saving": (
        f"{_PLACES}::test_killed_while_writing_leaves_the_old_file",
        f"{_STORE}/test_kill.py::test_nothing_told_to_be_saved_is_lost_when_the_process_is_killed",
        "tests/trial/test_violence.py::test_killed_in_mid_typing_loses_half_a_second_at_most",
    ),
    "two programs on one file": (
        f"{_STORE}/test_project.py::test_a_second_window_reads_and_says_who_writes",
        f"{_STORE}/test_project.py::test_another_process_has_it_until_it_is_killed",
        "tests/trial/test_violence.py::test_a_second_window_may_only_read",
    ),
}
"""What can be wrong with the place of an export or a project, and the tests of it."""


def every_file() -> list[tuple[str, BadFile]]:
    """Return every file with the name it goes by: its number, its place there, its suffix."""
    return [
        (f"{number}.{place}{file.name[file.name.rfind('.') :]}", file)
        for number, bad in sorted(BAD_INPUTS.items())
        for place, file in enumerate(bad.files, start=1)
    ]
