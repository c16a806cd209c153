"""The bundled sample reads as news: every role the plain-text rules know, split as written."""

from __future__ import annotations

from translation.model.segment import Role
from translation.segmentation import split
from translation.text.paragraphs import paragraphs
from translation.text.roles import classify


def test_the_sample_article(repository):
    text = (repository / "resources" / "samples" / "sample.ar.txt").read_text(encoding="utf-8")
    blocks = [block.text for block in paragraphs(text)]
    roles = classify(blocks, "ar")
    assert " ".join(roles) == (
        "headline dateline paragraph paragraph subheading paragraph paragraph paragraph"
        " furniture furniture"
    )
    sentences = [
        len(split(block, "ar"))
        for block, role in zip(blocks, roles, strict=True)
        if role is Role.PARAGRAPH
    ]
    assert sentences == [3, 3, 4, 3, 2]
