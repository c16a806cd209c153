"""A document on a desk: the real editing session without engine, files or autosave."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.editing.editor import Editor
from translation.errors import UsageError
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role, Segment, SourceFile, TranslationUnit, source_hash


class FoundIssues(QObject):
    """The issues that a test says there are."""

    changed = Signal(list)

    def __init__(self):
        super().__init__()
        self.found = {}

    def seen(self, segment_id):
        return self.of(segment_id)

    def of(self, segment_id):
        return self.found.get(segment_id, ())


class Desk(Editor):
    """What the review panel needs of a session."""

    def __init__(self, document=None):
        super().__init__(lambda: UsageError("no_document") if self.read_only else None)
        self.issues = FoundIssues()
        if document is not None:
            self.open(document)

    def be_read_only(self, read_only):
        self._read_only = read_only
        self.read_only_changed.emit(read_only)

    def draft(self, segment_id, text):
        segment = self.document.segment(segment_id)
        number = self.document.drafts.next_id
        self.add_drafts([Draft(number, segment_id, source_hash(segment.source), text, "test", "t")])


CODES = (
    InlineCode(CodeKind.OPEN, "<b>", "b", 1),
    InlineCode(CodeKind.CLOSE, "</b>", "/b", 0),
    InlineCode(CodeKind.ALONE, "<br/>", "br", deletable=True),
)


def make_document(lines, pair=ARABIC_TO_ENGLISH, codes=CODES):
    """Make a document of (role, source, draft or None) lines, one unit of one segment each."""
    document = Document()
    file = SourceFile(document.new_id("f"), "article.txt", pair, "txt", b"", "utf-8")
    units, segments, drafts = [], [], []
    for role, source, draft in lines:
        unit = TranslationUnit(
            document.new_id("u"), file.id, role, codes, role_found=Role.PARAGRAPH
        )
        segment = Segment(document.new_id("s"), unit.id, source)
        units.append(unit)
        segments.append(segment)
        if draft is not None:
            id_ = len(drafts) + 1
            drafts.append(Draft(id_, segment.id, source_hash(source), draft, "test", "t"))
    document.add_file(file, units, segments)
    document.drafts.add(drafts)
    return document
