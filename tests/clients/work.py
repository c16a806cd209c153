"""A small article under review, for other programs to open."""

from __future__ import annotations

from dataclasses import replace

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import Put
from translation.model.segment import SegmentState, source_hash
from translation.work.documents import document_from_text

ARTICLE = """\
عنوان الخبر

قال الوزير إن الحوار مهم. وأضاف أن التعاون (مع 3 دول) مستمر.

وانتهى الاجتماع يوم 26 يناير 2022.
"""
TRANSLATIONS = (
    "Headline of the news",
    "The minister said that the dialogue is important.",
    "He added that cooperation (with 3 countries) goes on.",
    "The meeting ended on 26 January 2022.",
)
STATES = (
    SegmentState.CONFIRMED,
    SegmentState.EDITED,
    SegmentState.FINAL,
    SegmentState.REVIEWED,
)


def reviewed_document() -> Document:
    """Make the article with a draft and a translation for every segment, a note on one."""
    document = document_from_text(ARTICLE, "article.txt").document
    rows = zip(document.snapshot(), TRANSLATIONS, STATES, strict=True)
    for number, (segment, target, state) in enumerate(rows, start=1):
        text = f"{target} in draft"
        draft = Draft(number, segment.id, source_hash(segment.source), text, "ct2", "m")
        document.drafts.add([draft])
        note = "Check the name." if number == 2 else ""
        after = replace(segment, target=target, state=state, note=note, draft_id=number)
        document.apply(Put(segment, after))
    return document
