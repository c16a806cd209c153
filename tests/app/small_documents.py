"""Small documents for the tests of the application layer."""

from __future__ import annotations

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role, Segment, SourceFile, TranslationUnit, source_hash


class NothingKept:
    """A project that keeps nothing but what it is made with."""

    def __init__(self, **values):
        self.values = values

    def get_meta(self, key, default=None):
        return self.values.get(key, default)

    def set_meta(self, key, value):
        self.values[key] = value


def small_document(paragraphs=("One two. Three four.", "Five."), drafts=True) -> Document:
    """A headline, paragraphs of several sentences, and a line of furniture."""
    document = Document()
    file = SourceFile(document.new_id("f"), "article.txt", ARABIC_TO_ENGLISH, "txt", b"", "utf-8")
    units, segments = [], []
    for number, text in enumerate(["Headline", *paragraphs, ": 205"]):
        role = Role.HEADLINE if number == 0 else Role.PARAGRAPH
        if text.startswith(":"):
            role = Role.FURNITURE
        unit = TranslationUnit(document.new_id("u"), file.id, role, role_found=Role.PARAGRAPH)
        units.append(unit)
        pieces = [text] if role is Role.FURNITURE else text.replace(". ", ".|").split("|")
        for place, piece in enumerate(pieces):
            trail = " " if place + 1 < len(pieces) else ""
            segments.append(Segment(document.new_id("s"), unit.id, piece, trail=trail))
    document.add_file(file, units, segments)
    if drafts:
        draft_all(document)
    return document


def draft_all(document: Document) -> None:
    """Give every segment a draft: its source in capitals."""
    first = document.drafts.next_id
    document.drafts.add(
        Draft(first + n, s.id, source_hash(s.source), s.source.upper(), "test", "capitals")
        for n, s in enumerate(document.segments)
    )


def coded_document() -> Document:
    """One segment with a bold word: codes 0 and 1."""
    document = Document()
    file = SourceFile("f1", "a.html", ARABIC_TO_ENGLISH, "html", b"", "utf-8")
    codes = (InlineCode(CodeKind.OPEN, "<b>", "b", 1), InlineCode(CodeKind.CLOSE, "</b>", "/b", 0))
    unit = TranslationUnit("u2", "f1", codes=codes)
    segment = Segment("s3", "u2", "one \ue000two\ue001 three")
    document.add_file(file, [unit], [segment])
    return document
