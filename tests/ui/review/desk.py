"""A document on a desk: the real editing session without engine, files or autosave."""

from __future__ import annotations

from app.editable import EditableDocument
from translation.errors import UsageError
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role, Segment, SourceFile, TranslationUnit, source_hash


class Desk(EditableDocument):
    """What the review panel needs of a session."""

    def __init__(self, document=None):
        super().__init__()
        self.read_only = False
        self.found = {}
        if document is not None:
            self._replace_document(document)

    @property
    def pair(self):
        document = self.document
        if self.active_id in document:
            return document.pair_of(document.segment(self.active_id))
        return document.files[0].pair if document.files else ARABIC_TO_ENGLISH

    def issues(self, segment_id):
        return self.found.get(segment_id, ())

    def show(self, document):
        self._replace_document(document)
        self.document_replaced.emit()
        self.active_changed.emit(self.active_id)

    def draft(self, segment_id, text):
        segment = self.document.segment(segment_id)
        drafts = self.document.drafts
        made = Draft(drafts.next_id, segment_id, source_hash(segment.source), text, "test", "t")
        drafts.add([made])
        self.drafts_changed.emit([segment_id])

    def _refusal(self):
        return UsageError("no_document") if self.read_only else super()._refusal()


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
