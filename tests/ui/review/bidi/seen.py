"""Reading from laid out lines what is seen, and walking through them by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest

from translation.text.utf16 import from_utf16
from ui.review.line_places import cell, edge, lines

Key = Qt.Key
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
WIDE = 1500
"""Pixels of the window: every line is one line."""


def cells(document):
    """Return for each character of a document of one line where it begins and ends."""
    [line] = list(lines(document))
    return [
        cell(line, at) or (edge(line, at), edge(line, at))
        for at in range(line.textStart(), line.textStart() + line.textLength())
    ]


def seen(document, text):
    """Return the text as an eye meets it from left to right: letters in the order they stand in.

    Marks that stand on a letter follow it.
    """
    places = cells(document)
    order = sorted(range(len(text)), key=lambda at: (min(places[at]), at))
    return "".join(text[at] for at in order)


def runs(document):
    """Return the runs of glyphs from left to right: which characters, and which way they run."""
    [line] = list(lines(document))
    found = [
        (run.boundingRect().left(), run.isRightToLeft(), tuple(sorted(set(run.stringIndexes()))))
        for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)
    ]
    return [[rtl, indexes[0], indexes[-1]] for _left, rtl, indexes in sorted(found) if indexes]


def carets(document):
    """Return where the caret stands before each character and behind the last, in pixels."""
    [line] = list(lines(document))
    return [round(edge(line, at)) for at in range(line.textLength() + 1)]


def walk(editor, start, key, modifiers=NONE, most=200):
    """Return the places that a key leads through from a place until it leads no further."""
    editor.set_caret(start)
    places = [start]
    for _ in range(most):
        QTest.keyClick(editor, key, modifiers)
        if editor.caret == places[-1]:
            break
        places.append(editor.caret)
    return places


def eaten(editor, start, key, most=200):
    """Return what a key takes away, press by press, from a place on."""
    editor.set_caret(start)
    taken = []
    for _ in range(most):
        before, caret = editor.text, from_utf16(editor.text, editor.caret)
        QTest.keyClick(editor, key)
        if editor.text == before:
            break
        after = from_utf16(editor.text, editor.caret)
        gone = len(before) - len(editor.text)
        taken.append(
            before[after : after + gone]
            if key == Key.Key_Backspace
            else before[caret : caret + gone]
        )
    return taken
