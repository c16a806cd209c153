"""Drafts beside the document: which is current, which is stale, what scores compare with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translation.model.document import Document
from translation.model.draft import MEMORY, Draft, Drafts
from translation.model.edits import Put
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import (
    Origin,
    Role,
    Segment,
    SourceFile,
    TranslationUnit,
    source_hash,
)

SEGMENT = Segment("s1", "u1", "قال \ue000الوزير\ue001")


def draft(number: int, source: str = SEGMENT.source, text: str = "said") -> Draft:
    return Draft(number, "s1", source_hash(source), f"{text} {number}", "ct2", "starter")


def test_the_newest_draft_of_the_present_source_is_current() -> None:
    drafts = Drafts()
    drafts.add([draft(1), draft(2)])
    current = drafts.current(SEGMENT)
    assert current is not None
    assert current.id == 2
    assert [d.id for d in drafts.history("s1")] == [1, 2]
    assert drafts.next_id == 3


def test_a_draft_of_another_source_is_stale_and_comes_back_with_its_source() -> None:
    drafts = Drafts()
    drafts.add([draft(1)])
    changed = replace(SEGMENT, source="غير ذلك")
    assert drafts.current(changed) is None
    drafts.add([draft(2, "غير ذلك")])
    assert drafts.current(changed) == drafts.by_id(2)
    assert drafts.current(SEGMENT) == drafts.by_id(1)


def test_scores_compare_with_the_accepted_draft_also_after_another_translation() -> None:
    drafts = Drafts()
    drafts.add([draft(1), draft(2)])
    assert drafts.base(replace(SEGMENT, target="x", draft_id=1)) == drafts.by_id(1)
    assert drafts.base(SEGMENT) == drafts.by_id(2)
    assert drafts.base(replace(SEGMENT, draft_id=77)) == drafts.by_id(2)


def test_a_draft_id_serves_once() -> None:
    drafts = Drafts()
    with pytest.raises(ValueError, match="used twice"):
        drafts.add([draft(1), draft(1)])


def test_a_draft_is_shown_until_something_is_accepted_and_never_for_furniture() -> None:
    document = Document()
    unit = TranslationUnit("u1", "f1")
    file = SourceFile("f1", "a.txt", ARABIC_TO_ENGLISH, "txt", b"")
    document.add_file(file, [unit], [SEGMENT])
    assert document.shown_target(SEGMENT) == ""
    document.drafts.add([draft(1)])
    assert document.shown_target(SEGMENT) == "said 1"
    assert document.shown_target(replace(SEGMENT, target="")) == ""
    document.apply(Put(unit, replace(unit, role=Role.FURNITURE)))
    assert document.current_draft(SEGMENT) is None
    assert document.shown_target(SEGMENT) == ""


def test_lone_surrogates_have_a_hash_too() -> None:
    assert source_hash("\ud800") != source_hash("\udfff")


def test_drafts_are_found_in_whatever_order_they_come() -> None:
    drafts = Drafts()
    drafts.add([draft(4), draft(9)])
    assert drafts.current(SEGMENT) == drafts.by_id(9)
    drafts.add([draft(6)])
    assert [d.id for d in drafts] == [4, 6, 9]
    assert [drafts.by_id(number) is not None for number in range(3, 11)] == [
        number in (4, 6, 9) for number in range(3, 11)
    ]
    assert drafts.next_id == 10
    assert drafts.copy().history("s1") == drafts.history("s1")
    with pytest.raises(ValueError, match="used twice"):
        drafts.add([draft(6)])


def test_a_match_of_a_memory_says_how_good_it_is_and_a_machines_draft_does_not() -> None:
    match = replace(draft(1), engine=MEMORY, parameters='{"percent": 101}')
    assert (match.is_match, match.percent, match.origin) == (True, 101, Origin.TM)
    assert (draft(1).is_match, draft(1).percent, draft(1).origin) == (False, None, Origin.MT)
    for odd in ("", "[]", "{}", '{"percent": "all"}', "{"):
        assert replace(match, parameters=odd).percent is None
