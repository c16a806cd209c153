"""Which segments are compared, and with what."""

from __future__ import annotations

from dataclasses import replace

from translation.model.document import Document
from translation.model.draft import MEMORY, Draft
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import (
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)
from translation.scoring.document_scores import (
    DocumentTally,
    segment_edit_scores,
    tally_document,
)
from translation.scoring.metrics import MetricId


def draft(id_: int, segment: Segment, text: str) -> Draft:
    return Draft(id_, segment.id, source_hash(segment.source), text, "test", "test")


def document(*segments: Segment, furniture: Segment | None = None) -> Document:
    made = Document()
    units = [TranslationUnit("u1", "f1"), TranslationUnit("u2", "f1", Role.FURNITURE)]
    all_segments = [*segments, *([furniture] if furniture else [])]
    made.add_file(SourceFile("f1", "a.txt", ARABIC_TO_ENGLISH, "txt", b""), units, all_segments)
    return made


CONFIRMED = Segment("s1", "u1", "أ", "The new line", SegmentState.CONFIRMED)
EDITED = Segment("s2", "u1", "ب", "An old line", SegmentState.EDITED)


def test_only_confirmed_segments_with_a_draft_count():
    made = document(CONFIRMED, EDITED, replace(CONFIRMED, id="s3", source="ج"))
    made.drafts.add([draft(1, CONFIRMED, "A new line"), draft(2, EDITED, "old line")])
    scores = tally_document(made, "en").result()
    assert (scores.segments, scores.covered, scores.untouched) == (3, 1, 0)
    assert scores.edits is not None
    assert 0 < scores.edits[MetricId.TER].value < 100


def test_without_edits_there_is_no_score_rather_than_a_hundred():
    made = document(EDITED)
    made.drafts.add([draft(1, EDITED, "old line")])
    assert tally_document(made, "en").result().edits is None
    assert tally_document(made, "en").result().untouched_share is None


def test_the_draft_that_was_accepted_stays_the_base_after_a_new_translation():
    accepted = replace(CONFIRMED, target="A new line", draft_id=1)
    made = document(accepted)
    made.drafts.add([draft(1, accepted, "A new line"), draft(2, accepted, "Something else")])
    scores = tally_document(made, "en").result()
    assert scores.untouched_share == 1.0
    assert scores.edits[MetricId.TER].value == 0.0


def test_furniture_is_out():
    made = document(CONFIRMED, furniture=replace(CONFIRMED, id="s9", unit_id="u2"))
    assert tally_document(made, "en").result().segments == 1


def test_inline_codes_are_not_scored():
    coded = replace(CONFIRMED, target="The \ue000new\ue001 line")
    made = document(coded)
    made.drafts.add([draft(1, coded, "The new line")])
    assert tally_document(made, "en").result().untouched == 1


def test_a_reference_is_compared_apart_from_the_edits():
    referenced = replace(CONFIRMED, reference="The new tram line")
    open_too = replace(EDITED, reference="An old tram line")
    made = document(referenced, open_too)
    made.drafts.add([draft(1, referenced, "A new line"), draft(2, open_too, "old line")])
    scores = tally_document(made, "en").result()
    assert (scores.with_reference, scores.drafts_compared, scores.targets_compared) == (2, 2, 1)
    assert scores.edits[MetricId.TER] != scores.target_vs_reference[MetricId.TER]


def test_updates_equal_scoring_anew():
    tally = DocumentTally("en")
    base = draft(1, CONFIRMED, "A new line")
    tally.update(CONFIRMED, base)
    tally.update(EDITED, draft(2, EDITED, "old line"))
    tally.update(replace(CONFIRMED, target="The newest line"), base)
    tally.update(replace(EDITED, state=SegmentState.FINAL), draft(2, EDITED, "old line"))
    tally.discard("s2")
    made = document(replace(CONFIRMED, target="The newest line"))
    made.drafts.add([base])
    assert tally.result() == tally_document(made, "en").result()


def test_a_segment_has_scores_of_its_own():
    scores = segment_edit_scores("The new line", "The new line", "en")
    assert scores[MetricId.TER].value == 0.0


def test_what_came_from_a_memory_is_no_draft_and_no_edit():
    third = replace(CONFIRMED, id="s3", source="ج", draft_id=3)
    fourth = replace(CONFIRMED, id="s4", source="د", draft_id=5)
    made = document(CONFIRMED, third, fourth)
    machine, match = draft(1, CONFIRMED, "A new line"), draft(2, third, "By a machine")
    taken, other = draft(3, third, "Known already"), draft(4, fourth, "By a machine")
    known = replace(draft(5, fourth, "The new line"), engine=MEMORY)
    made.drafts.add([machine, match, replace(taken, engine=MEMORY), other, known])
    scores = tally_document(made, "en").result()
    assert (scores.segments, scores.covered) == (3, 1)
    assert made.drafts.base(third).is_match
    assert made.drafts.machine_base(third) is None
    assert made.drafts.machine_base(CONFIRMED) == machine
