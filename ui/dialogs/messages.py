"""What was said since the window was opened, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title
from ui.widgets.two_line_list import TwoLineList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme
    from ui.widgets.message_bar import Message


class MessagesDialog(Sheet):
    """Lists the messages, those that went by themselves too; what they offer can be done here."""

    def __init__(
        self, messages: Sequence[Message], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=600)
        set_title(self, self.tr("Messages"))
        self._messages = tuple(reversed(messages))
        self.list = TwoLineList(theme, self.tr("Messages"))
        for at, message in enumerate(self._messages):
            self.list.add(str(at), self._heading(message), texts.in_line(message.sentence))
        self.list.setMinimumHeight(280)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        if not self._messages:
            self.list.hide()
            self.add_text(self.tr("Nothing was said yet."), quiet=True)
        self._offer = self.add_button("")
        self._offer.clicked.connect(self._run)
        self.list.chosen.connect(self._show_offer)
        self._show_offer(self.list.current_id)
        self.add_close()

    def _heading(self, message: Message) -> str:
        when = texts.clock_time(message.time)
        kind = self.tr("error") if message.kind == "error" else self.tr("notice")
        return texts.listed((when, kind), texts.BESIDE)

    def _show_offer(self, item_id: str) -> None:
        message = self._messages[int(item_id)] if item_id else None
        offers = message is not None and message.run is not None
        self._offer.setVisible(offers)
        if message is not None and offers:
            self._offer.setText(message.action)

    def _run(self) -> None:
        run = self._messages[int(self.list.current_id)].run
        self.accept()
        if run is not None:
            run()
