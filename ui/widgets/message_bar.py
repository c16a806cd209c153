"""Messages that wait to be read without standing in the way: failures and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from ui import icons, texts
from ui.plain import PlainButton, PlainLabel, set_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme import Theme

MOST = 4
"""More messages than this at once are not read; the oldest gives way."""

PASSES_AFTER = 8000
"""Milliseconds that a passing message stays."""

EXPORTS = "exports"
"""The topic of what is said of exports."""


class MessageBar(QFrame):
    """A stack of sentences below the text, each with a way to put it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self._theme = theme
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 10)
        self._layout.setSpacing(6)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """The messages shown now, oldest first."""
        return [message.sentence for message in self._messages()]

    def show_message(
        self,
        sentence: str,
        kind: str = "note",
        action: str = "",
        run: Callable[[], None] | None = None,
        passing: bool = False,
        topic: str = "",
    ) -> None:
        """Add a message; ``kind`` is "note" or "error", ``run`` what its button does.

        A ``passing`` one goes away by itself once there was time to read it. By its ``topic`` it
        can be put away with others.
        """
        for message in self._messages():
            if message.sentence == sentence:
                self._drop(message)
        for message in self._messages()[: -MOST + 1 or None]:
            if len(self._messages()) >= MOST:
                self._drop(message)
        message = _Message(sentence, kind, self._theme)
        message.topic = topic
        if run is not None:
            message.add_action(action, run)
        message.close_button.clicked.connect(lambda: self._drop(message))
        if passing:
            QTimer.singleShot(PASSES_AFTER, message, message.close_button.click)
        self._layout.addWidget(message)
        self.show()
        event = QAccessibleEvent(message, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    def clear(self, kind: str = "", topic: str = "") -> None:
        """Put all messages of a kind or a topic away, or all there are."""
        for message in self._messages():
            if kind in ("", message.kind) and topic in ("", message.topic):
                self._drop(message)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        for message in self._messages():
            message.set_theme(theme)

    def _messages(self) -> list[_Message]:
        return self.findChildren(_Message, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _drop(self, message: _Message) -> None:
        self._layout.removeWidget(message)
        message.setParent(None)
        message.deleteLater()
        self.setVisible(bool(self._messages()))


class _Message(QFrame):
    def __init__(self, sentence: str, kind: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        self.setProperty("kind", kind)
        self.kind = kind
        self.sentence = sentence
        self.topic = ""
        self.setAccessibleName(sentence)
        self._icon = PlainLabel()
        label = PlainLabel(texts.in_line(sentence))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = QToolButton()
        self.close_button.setObjectName("closeMessage")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Close this message"))
        set_tip(self.close_button, self.tr("Close this message"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(label, 1)
        self._row.addWidget(self.close_button)
        self.set_theme(theme)

    def add_action(self, text: str, run: Callable[[], None]) -> None:
        button = PlainButton(text)
        button.setObjectName("messageAction")
        button.clicked.connect(lambda: run())
        self._row.insertWidget(2, button)

    def set_theme(self, theme: Theme) -> None:
        name = "error" if self.kind == "error" else "note"
        self._icon.setPixmap(icons.icon(name, theme.color(name)).pixmap(16, 16))
        self.close_button.setIcon(icons.icon("close", theme.color("muted")))
