"""Sending a translation back: a verdict beside it, with the reason, until it is settled.

A rejected segment counts as edited: somebody has to work on it again. Whoever confirms it takes
the rejection back in the same step.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.model.edits import Put, Say
from translation.model.record import Record, Verdict
from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.edits import Edit
    from translation.model.segment import Segment


def rejected(document: Document, segment: Segment, reason: str, author: str) -> Iterator[Edit]:
    """Give the edits that send a translation back; none where there is none to send."""
    if not document.shown_target(segment):
        return
    said = rejection_of(document, segment.id)
    verdict = Verdict(approves=False, reason=reason)
    after = replace(segment, state=SegmentState.EDITED) if segment.state.is_done else segment
    if after != segment:
        yield Put(segment, after)
    if said is None:
        id_ = document.new_id("r")
        yield Say(None, Record.of(id_, segment.id, verdict, author, time.time()))
    elif said.record.content != verdict:
        again = replace(said.record.saying(verdict), author=author, time=time.time())
        yield Say(said.record, again)
