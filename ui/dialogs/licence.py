"""The licence of a model, shown before anything is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFormLayout

from ui import texts
from ui.dialogs.model_rows import CONTEXT
from ui.dialogs.sheet import Sheet
from ui.plain import PlainLabel, add_row, set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translation.engines.offers import Offer


class LicenceDialog(Sheet):
    """Says whose work it is, under which licence, from where and how much is fetched."""

    accepted_offer = Signal(str)
    """The id of the offer whose licence the person accepted."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=540)
        set_title(self, self.tr("Licence of {model}").format(model=offer.name))
        self._offer = offer
        self.add_text(QCoreApplication.translate(CONTEXT, offer.summary))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        size = self.tr("{megabytes} MB, once").format(megabytes=texts.number(offer.megabytes))
        for name, value in (
            (self.tr("Made by"), offer.attribution),
            (self.tr("Licence"), texts.listed((offer.licence, offer.licence_url), texts.EXPLAINED)),
            (self.tr("Fetched from"), self.tr("the Hugging Face hub: {id}").format(id=offer.id)),
            (self.tr("Revision"), offer.revision),
            (self.tr("Size"), size),
        ):
            label = PlainLabel(value)
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            add_row(form, name, label)
        self.body.addLayout(form)
        self.add_text(
            self.tr(
                "Only these files are asked for; nothing of your documents is sent. Afterwards"
                " the model runs without a network."
            ),
            quiet=True,
        )
        self.body.addStretch(1)
        self.add_accept(self.tr("Accept the licence and install"))

    def accept(self) -> None:
        """Tell that the licence was accepted."""
        self.accepted_offer.emit(self._offer.id)
        super().accept()
