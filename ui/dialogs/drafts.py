"""The drafts of one segment: every one that it ever had, and the way to show another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from translation.model.inline import strip_codes
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.model.draft import Draft

DRAFT_ROLE = Qt.ItemDataRole.UserRole


class DraftsDialog(Sheet):
    """Lists the drafts of a segment, the one that counts first, then the latest first."""

    chosen = Signal(object)
    """The Draft to show."""

    def __init__(self, session: Session, segment_id: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Drafts of this segment"))
        document = session.document
        segment = document.segment(segment_id)
        target_is_rtl = document.pair_of(segment).target_is_rtl
        base = document.drafts.base(segment)
        drafts = sorted(document.drafts.fitting(segment), key=lambda d: (d != base, -d.id))
        self.add_text(
            self.tr(
                "No draft is ever lost. The one you choose is shown in the place of what stands"
                " there now; that is a step that can be undone."
            )
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Drafts"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(200)
        self.list.itemDoubleClicked.connect(self.accept)
        for draft in drafts:
            item = QListWidgetItem("\n".join((strip_codes(draft.text), draft_origin(draft))))
            item.setData(DRAFT_ROLE, draft)
            if target_is_rtl:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        self.add_accept(self.tr("Show this draft")).setEnabled(bool(drafts))

    def accept(self) -> None:
        """Tell which draft was chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(DRAFT_ROLE))
        super().accept()


def draft_origin(draft: Draft) -> str:
    """Return who made a draft, and when where that is known."""
    name = texts.model_name(draft.model) if draft.model else texts.theirs(draft.engine)
    if not name:
        return QCoreApplication.translate("DraftsDialog", "came with the file")
    when = texts.iso_time(draft.created)
    return texts.listed((name, when), texts.BESIDE)
