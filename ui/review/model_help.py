"""What the model says while one works: how the text may go on, and which words it doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.review.completion import Completion
from ui.review.word_doubts import WordDoubts

if TYPE_CHECKING:
    from app.session import Session
    from app.settings.store import Settings
    from ui.review.review_panel import ReviewPanel


def help_by_model(review: ReviewPanel, session: Session, settings: Settings) -> Completion:
    """Have the model say it in the review, as the settings want it; return what is offered."""
    engine, work = session.engine, session.editor
    review.marks.add(WordDoubts(engine.judging, work, settings))
    return Completion(review.active.editor, work, engine.completing, settings)
