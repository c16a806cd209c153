"""What the eye sees of a window: every text in it as Qt shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QPoint
from PySide6.QtGui import QAction, QHelpEvent, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

Role = Qt.ItemDataRole
PICTURE = "\ufffc"
"""What stands in a QTextDocument's text where it shows a picture."""
MOST_ROWS = 200


@dataclass(frozen=True)
class Seen:
    """One text of a widget as it is shown."""

    where: str
    text: str


def as_rich(text: str) -> str:
    """Return what a label or tool tip shows that takes markup for markup."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText().replace("\xa0", " ")


def without_mnemonic(text: str) -> str:
    """Return what a button, menu or tab shows."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def seen_in(widget: QWidget) -> Iterator[Seen]:
    """Give every text of a window: its widgets, their tips, their rows, their actions."""
    yield Seen("title", widget.windowTitle().replace("[*][*]", "[*]"))
    for part in [widget, *widget.findChildren(QWidget)]:
        name = f"{type(part).__name__} {part.objectName()}"
        for kind, text in _texts_of(part):
            if text:
                yield Seen(f"{name}: {kind}", text)
    for action in [*widget.actions(), *widget.findChildren(QAction)]:
        yield Seen(f"action {action.objectName()}", without_mnemonic(action.text()))
        yield Seen(f"tip of action {action.objectName()}", as_rich(action.toolTip()))


def _texts_of(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "tip", as_rich(part.toolTip())
    yield "what's this", as_rich(part.whatsThis())
    yield "accessible name", part.accessibleName()
    yield "accessible description", part.accessibleDescription()
    if isinstance(part, QLabel):
        rich = part.textFormat() != Qt.TextFormat.PlainText
        shown = as_rich(part.text()) if rich else part.text()
        yield "text", without_mnemonic(shown) if part.buddy() else shown
    elif isinstance(part, QAbstractButton):
        yield "text", without_mnemonic(QAbstractButton.text(part))
    elif isinstance(part, QGroupBox):
        yield "title", without_mnemonic(part.title())
    elif isinstance(part, QLineEdit):
        yield "text", part.text()
        yield "placeholder", part.placeholderText()
    elif isinstance(part, QTextEdit):
        whole = part.toPlainText().replace("\n", " ")
        # The help has pictures of its own, and says nothing that others wrote.
        yield "text", whole.replace(PICTURE, "") if part.objectName() == "helpText" else whole
    elif isinstance(part, QComboBox):
        yield from _cells(part.model())
    elif isinstance(part, QTabBar):
        for at in range(part.count()):
            yield "tab", without_mnemonic(part.tabText(at))
            yield "tip of a tab", as_rich(part.tabToolTip(at))
    elif isinstance(part, QAbstractItemView) and part.model() is not None:
        yield from _cells(part.model())


def _cells(
    model: QAbstractItemModel, under: QModelIndex | None = None
) -> Iterator[tuple[str, str]]:
    parent = under or QModelIndex()
    # Of a list Qt lets nobody ask for its columns.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        for role in (Role.DisplayRole, Role.ToolTipRole):
            text = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield "heading", _cell(text, role)
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
                yield f"cell, {role.name}", _cell(index.data(role), role)
        yield from (
            _cells(model, model.index(row, 0, parent))
            if model.rowCount(model.index(row, 0, parent))
            else ()
        )


def _cell(text: object, role: Role) -> str:
    whole = text if isinstance(text, str) else ""
    return as_rich(whole) if role == Role.ToolTipRole else whole


def rest_mouse_everywhere(widget: QWidget) -> list[str]:
    """Let the mouse rest on every part and row of a window; return the tool tips that came."""
    came = []
    for part in [widget, *widget.findChildren(QWidget)]:
        if not part.isVisible():
            continue
        places = [part.rect().center()]
        owner = part.parent()
        if isinstance(owner, QAbstractItemView) and owner.viewport() is part:
            places += [QPoint(x, y) for y in range(4, part.height(), 20) for x in (4, 60, 300)]
        for place in places:
            event = QHelpEvent(QEvent.Type.ToolTip, place, part.mapToGlobal(place))
            QApplication.sendEvent(part, event)
            if QToolTip.isVisible():
                came += [tip.grab() and tip.text() for tip in _tips()]
            QToolTip.hideText()
    return came


def _tips() -> list[QLabel]:
    return [
        part
        for part in QApplication.topLevelWidgets()
        if isinstance(part, QLabel) and part.objectName() == "qtooltip_label"
    ]


def check(widget: QWidget, name: str, token: str) -> list[Seen]:
    """Hold that whatever shows part of a marked name shows all of it, letter for letter.

    ``token`` is a part that is left where the name is taken for markup. Returns where it stood.
    """
    widget.grab()
    for text in rest_mouse_everywhere(widget):
        assert token not in text or name in as_rich(text), text
    found = []
    for seen in seen_in(widget):
        assert PICTURE not in seen.text, seen
        if token in seen.text:
            cut = seen.text.rstrip().removesuffix("…")
            assert name in seen.text or (cut != seen.text and _begins(name, cut)), seen
            found.append(seen)
    return found


def _begins(name: str, cut: str) -> bool:
    """Tell whether a shortened text ends in the beginning of a name."""
    return any(cut.endswith(name[:length]) for length in range(len(name), 0, -1))
