"""Messages that wait to be read without standing in the way: failures and notices."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget

from app.background.soon import Soon
from ui import icons, texts
from ui.dressing import dress_anew
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import PlainButton, PlainLabel, set_tip
from ui.widgets.link import Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from ui.theme import Theme

MOST_KEPT = 200
"""Messages that can be read again."""
PASSES_AFTER = 8000
LINGERS = 20_000
"""Milliseconds that a passing message stays, and any other that asks for nothing."""
PER_LETTER = 60
"""Milliseconds it takes to read a letter: a long sentence stays longer."""
WIDEST, EDGE = 760, 14
"""Pixels: the bar's greatest width, and what is left free around it."""
AT_ONCE = 0.5
"""Seconds within which passing messages belong together: later ones take the place of earlier."""

EXPORTS = "exports"
"""The topic of what is said of exports."""
SAVING = "saving"
"""The topic of what is said where the work cannot be saved: it goes once it is."""
NOTHING = "nothing"
"""The topic of what is said where nothing was done: it goes with the next thing that is."""

_MORE = QT_TRANSLATE_N_NOOP("MessageBar", "{count} more", "{count} more")


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """One thing that was said; ``run`` is what its button does, ``action`` the button's words."""

    sentence: str
    kind: str = "note"
    action: str = ""
    run: Callable[[], None] | None = None
    topic: str = ""
    lasts: int = 0
    """Milliseconds until it goes by itself; 0 where it stays."""
    passes: bool = False
    """Whether it is of the moment alone."""
    time: float = field(default_factory=time.time)


class MessageBar(QFrame):
    """One bar over the foot of the text that says the latest; the others are counted.

    It lies over what is there and moves nothing, and never over the line with the caret. What
    asks for nothing goes by itself, and stands below the text where there is room for it.
    """

    all_wanted = Signal()
    """Somebody wants to read all messages."""

    said = Signal(str)
    """A sentence that is shown now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        self._theme = theme
        self._standing: list[Message] = []
        self.log: deque[Message] = deque(maxlen=MOST_KEPT)
        """What was said, the latest last; what has passed stays in it."""
        self._over: Callable[[], QWidget] = self._parent
        self._below: Callable[[], QRect] = QRect
        self._icon = PlainLabel()
        self._label = PlainLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._action: PlainButton | None = None
        self._more = Link("", self.tr("Show all messages"))
        self._more.clicked.connect(self.all_wanted)
        self._close = QToolButton()
        self._close.setObjectName("closeMessage")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close this message"))
        set_tip(self._close, self.tr("Close this message"))
        self._close.clicked.connect(self._close_front)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._label, 1)
        for part in (self._more, self._close):
            self._row.addWidget(part)
        self._passing = Soon(self, self._pass)
        self.hide()

    def lie_over(
        self, frame: QWidget, part: Callable[[], QWidget], below: Callable[[], QRect] = QRect
    ) -> None:
        """Lie over ``frame``, at the foot of the part of it that is shown.

        What only tells something stands ``below`` where it fits there, a place in the frame that
        has no text.
        """
        self.setParent(frame)
        self._over, self._below = part, below
        self.hide()
        frame.installEventFilter(self)

    @property
    def sentences(self) -> list[str]:
        """The messages that wait to be read, oldest first."""
        return [message.sentence for message in self._standing]

    def show_message(
        self,
        sentence: str,
        kind: str = "note",
        action: str = "",
        run: Callable[[], None] | None = None,
        passing: bool = False,
        topic: str = "",
        stays: bool = False,
    ) -> None:
        """Say a sentence; ``kind`` is "note" or "error", ``run`` what its button does.

        A ``passing`` one goes once there was time to read it, others that offer nothing later;
        one that ``stays`` waits for a person. By its ``topic`` it can be put away with others.
        """
        lasts = PASSES_AFTER if passing else LINGERS
        waits = stays or (run is not None and not passing)
        self._standing = [
            other
            for other in self._standing
            if other.sentence != sentence and not (passing and _is_over(other))
        ]
        longer = max(lasts, PER_LETTER * len(sentence))
        message = Message(
            sentence, kind, action, run, topic, 0 if waits else longer, passing and run is None
        )
        self._standing.append(message)
        self.log.append(message)
        self._show_front()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.said.emit(sentence)

    def clear(self, kind: str = "", topic: str = "") -> None:
        """Put all messages of a kind or a topic away, or all there are."""
        left = [
            message
            for message in self._standing
            if kind not in ("", message.kind) or topic not in ("", message.topic)
        ]
        if len(left) < len(self._standing):
            self._standing = left
            self._show_front()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self._show_front()

    def place(self, _what: object = None) -> None:
        """Stand at the foot of the text, or at its head where the foot has the caret."""
        part, frame = self._over(), self.parentWidget()
        if frame is None or self.isHidden() or not self._standing:
            return
        if self._stands_below():
            return
        area = QRect(part.mapTo(frame, QPoint()), part.size()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        width = min(WIDEST, area.width())
        height = max(self._row.totalHeightForWidth(width), self._row.totalMinimumSize().height())
        place = QRect(area.center().x() - width // 2, area.bottom() - height + 1, width, height)
        if place.intersects(self._worked_on(frame)):
            place.moveTop(area.top())
        self.setGeometry(place)
        self.raise_()

    def _stands_below(self) -> bool:
        """Stand below the text, in one line, where the message fits there and asks for nothing."""
        message, room = self._standing[-1], self._below()
        is_quiet = message.kind != "error" and message.run is None
        self._make_slim(is_quiet)
        wanted = self._row.totalSizeHint()
        if not is_quiet or wanted.width() > room.width():
            self._make_slim(False)
            return False
        height = max(wanted.height(), room.height())
        place = QRect(0, room.bottom() - height + 1, wanted.width(), height)
        place.moveLeft(room.left() + (room.width() - place.width()) // 2)
        self.setGeometry(place)
        self.raise_()
        return True

    def _make_slim(self, is_slim: bool) -> None:
        self._label.setWordWrap(not is_slim)
        if is_slim:
            self._row.setContentsMargins(10, 0, 4, 0)
        else:
            self._row.setContentsMargins(12, 6, 6, 6)

    def take_focus(self) -> None:
        """Take the keyboard, at what the message offers."""
        (self._action or self._close).setFocus(Qt.FocusReason.TabFocusReason)

    # --- one at a time -------------------------------------------------------------------

    def _parent(self) -> QWidget:
        return self.parentWidget() or self

    def _worked_on(self, frame: QWidget) -> QRect:
        """Return where the part with the keyboard is, unless it is half the window or in here."""
        part = QApplication.focusWidget()
        if part is None or not frame.isAncestorOf(part) or self.isAncestorOf(part):
            return QRect()
        area = QRect(part.mapTo(frame, QPoint()), part.size())
        return area if area.height() < frame.height() // 2 else QRect()

    def _show_front(self) -> None:
        self._passing.stop()
        if not self._standing:
            self._leave()
            return
        message = self._standing[-1]
        if self.property("kind") != message.kind:
            self.setProperty("kind", message.kind)
            dress_anew(self)
        self.setAccessibleName(message.sentence)
        self._label.setText(texts.in_line(message.sentence))
        name = "error" if message.kind == "error" else "note"
        self._icon.setPixmap(icons.icon(name, self._theme.color(name)).pixmap(16, 16))
        self._close.setIcon(icons.icon("close", self._theme.color("muted")))
        more = len(self._standing) - 1
        counted = texts.translated("MessageBar", _MORE, count=more)
        self._more.setText(self.tr("{others} · show all").format(others=counted))
        self._more.setVisible(more > 0)
        self._offer(message)
        if message.lasts:
            self._passing.start(message.lasts)
        self.show()
        self.place()

    def _offer(self, message: Message) -> None:
        if self._action is not None:
            self._row.removeWidget(self._action)
            self._action.setParent(None)
            self._action.deleteLater()
            self._action = None
        if message.run is not None:
            run = message.run
            self._action = PlainButton(message.action)
            self._action.setObjectName("messageAction")
            self._action.clicked.connect(lambda: run())
            self._row.insertWidget(2, self._action)

    def _close_front(self) -> None:
        del self._standing[-1:]
        self._show_front()

    def _pass(self) -> None:
        """Let the message go, unless somebody reads it or is away."""
        if self.underMouse() or self._has_keyboard() or not self.window().isActiveWindow():
            self._passing.start(PASSES_AFTER)
        else:
            self._close_front()

    def _has_keyboard(self) -> bool:
        part = QApplication.focusWidget()
        return part is not None and self.isAncestorOf(part)

    def _leave(self) -> None:
        had_keyboard = self._has_keyboard()
        self.hide()
        if had_keyboard:
            self._over().setFocus()

    # --- Qt's events ---------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand at the foot of a window of another size, too."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self.place)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the place."""
        super().showEvent(event)
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the messages away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


def _is_over(message: Message) -> bool:
    """Tell whether a message has said what it had to: it passes, and is not of this moment."""
    return message.passes and message.time < time.time() - AT_ONCE
