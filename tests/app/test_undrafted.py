"""Whether anything is left to translate, whatever is done."""

from __future__ import annotations

import random

import pytest

from translation.work.drafting import lacks_draft


def is_so(session) -> bool:
    return any(lacks_draft(session.document, segment) for segment in session.document.segments)


@pytest.mark.parametrize("seed", range(4))
def test_it_is_known_after_every_edit(opened, seed):
    chance, editor, document = random.Random(seed), opened.editor, opened.document
    assert opened.undrafted.any
    for _step in range(60):
        segment = chance.choice(document.segments)
        match chance.randrange(6):
            case 0 | 1:
                editor.type_text(segment.id, "Text", 0, 4)
            case 2:
                editor.undo()
            case 3:
                editor.redo()
            case 4:
                editor.merge_with_next(segment.id)
            case 5:
                editor.confirm(segment.id)
        assert opened.undrafted.any is is_so(opened)


def test_nothing_is_left_where_nothing_is_open(session):
    assert not session.undrafted.any
