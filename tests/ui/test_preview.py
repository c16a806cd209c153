"""The preview goes along with the work, and nothing of a file runs or is fetched in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest

from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.panels.preview import PreviewPanel

PAGE = """<html lang="ar"><body><article><h1>عنوان كبير للمقال الأول في المدينة</h1>
<p>قال الوزير إن <b>الحوار مهم</b> جدا. وأضاف أن
<a href="https://example.org/x">التعاون</a> مستمر.</p>
<ul><li>البند الأول من القائمة هنا</li><li>البند الثاني من القائمة</li></ul>
<table><tr><td>خلية أولى</td><td>خلية ثانية</td></tr>
<tr><td>خلية ثالثة</td><td>خلية رابعة</td></tr></table>
<p>فقرة أخيرة من هذا المقال الطويل <img src="file:///etc/passwd"> في المدينة.</p>
</article></body></html>
"""


@pytest.fixture
def window(qtbot, session, tmp_path):
    """The window over a page, the preview open."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    with qtbot.waitSignal(session.files.opened):
        session.files.open(path)
    made = MainWindow(session, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    made.actions_["panel_preview"].trigger()
    return made


@pytest.fixture
def preview(window, qtbot):
    shown = window.findChild(PreviewPanel)
    qtbot.waitUntil(lambda: "الحوار" in shown.text)
    return shown


def row_of(window, word):
    segments = window.session.document.segments
    return next(row for row, segment in enumerate(segments) if word in segment.source)


def format_at(preview, word):
    found = preview.view.document().find(word)
    found.setPosition(found.selectionStart() + 1)
    return found.charFormat()


def test_looks_lists_and_tables_are_those_of_the_page(window, preview, qtbot):
    assert format_at(preview, "الحوار").fontWeight() == QFont.Weight.Bold
    assert format_at(preview, "التعاون").fontUnderline()
    assert preview.view.document().find("البند").currentList() is not None
    qtbot.waitUntil(lambda: preview.view.document().find("ثالثة").currentTable() is not None)
    table = preview.view.document().find("رابعة").currentTable()
    assert (table.rows(), table.columns()) == (2, 2)
    assert (
        table.cellAt(1, 0).firstCursorPosition().block().text().strip("\u2068\u2069")
        == "خلية ثالثة"
    )


def test_numbered_items_show_the_numbers_of_the_page(qtbot, session, tmp_path):
    items = "".join(f"<li>البند رقم {n} من القائمة</li>" for n in (3, 4))
    inner = "<li>البند الأخير من القائمة<ol type='a'><li>بند داخلي في القائمة</li></ol></li>"
    path = tmp_path / "numbered.html"
    path.write_text(PAGE.replace("<ul>", f"<ol start='3'>{items}{inner}</ol><ul>"), "utf-8")
    with qtbot.waitSignal(session.files.opened):
        session.files.open(path)
    made = MainWindow(session, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    made.actions_["panel_preview"].trigger()
    shown = made.findChild(PreviewPanel).view.document()

    def mark(word):
        block = shown.find(word).block()
        return block.textList().itemText(block).strip(".") if block.textList() else ""

    qtbot.waitUntil(lambda: mark("رقم 3") == "3")
    assert [mark(word) for word in ("رقم 4", "الأخير", "داخلي")] == ["4", "5", "a"]
    assert mark("البند الأول") == "", "a bullet is drawn, no number"


def test_tables_and_lists_of_the_next_document_are_read_too(window, preview, qtbot, tmp_path):
    path = tmp_path / "next.md"
    path.write_text(
        "# عنوان آخر للمقال\n\n7. البند الأول هنا\n\n| عمود | ثان |\n|---|---|\n| خلية | أخرى |\n"
    )
    with qtbot.waitSignal(window.session.files.opened):
        window.session.files.open(path)
    shown = preview.view.document()
    qtbot.waitUntil(lambda: shown.find("أخرى").currentTable() is not None)
    block = shown.find("البند").block()
    assert block.textList().itemText(block).strip(".") == "7"


def test_it_goes_along_with_keys_and_rows(window, preview, qtbot):
    row = row_of(window, "الحوار")
    window.session.editor.activate(window.session.document.segments[row].id)
    window.review.focus_editor()
    QTest.keyClicks(window.review.active.editor, "The minister spoke.")
    qtbot.waitUntil(lambda: "The minister spoke." in preview.text)
    [lit] = preview.view.extraSelections()
    assert lit.cursor.selectedText() == "The minister spoke."
    while window.session.document.segments[row].target is not None:
        window.session.editor.undo()
    qtbot.waitUntil(lambda: "الحوار" in preview.text)
    for piece in preview._page.pieces:
        cursor = QTextCursor(preview.view.document())
        cursor.setPosition(piece.start)
        cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText().strip("\u2068\u2069")


def test_a_click_goes_to_the_segment(window, preview):
    piece = preview._page.of(window.session.document.segments[row_of(window, "أخيرة")].id)[0]
    cursor = QTextCursor(preview.view.document())
    cursor.setPosition(piece.start + 4)
    preview.view.bring(piece.start, piece.end)
    place = preview.view.cursorRect(cursor).center()
    QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.editor.active_id == piece.segment_id


def test_enter_goes_to_the_segment_at_the_caret(window, preview):
    piece = preview._page.pieces[-1]
    cursor = preview.view.textCursor()
    cursor.setPosition(piece.start + 1)
    preview.view.setTextCursor(cursor)
    QTest.keyClick(preview.view, Qt.Key.Key_Return)
    assert window.session.editor.active_id == piece.segment_id


def test_both_languages_stand_one_below_the_other(window, preview, qtbot):
    row = row_of(window, "الحوار")
    segment = window.session.document.segments[row]
    window.session.editor.activate(segment.id)
    window.session.editor.type_text(segment.id, "The minister spoke.", 0, 3)
    preview.sides.setCurrentIndex(2)
    assert preview.text.index("الحوار") < preview.text.index("The minister spoke.")
    assert len(preview.view.extraSelections()) == 2
    preview.sides.setCurrentIndex(1)
    assert "The minister" not in preview.text


def test_nothing_is_fetched_and_no_text_is_markup(window, preview):
    row = row_of(window, "أخيرة")
    segment = window.session.document.segments[row]
    window.session.editor.activate(segment.id)
    hostile = '<img src="file:///etc/passwd"><b>bold</b><script>x</script>'
    window.session.editor.type_text(segment.id, hostile, 0, 3)
    preview.refresh()
    assert hostile in preview.text


def test_hidden_it_does_nothing(window, preview):
    window.actions_["panel_preview"].trigger()
    assert not preview.isVisible()
    preview.refresh()
    assert preview._page is None


def test_only_a_part_of_a_long_document_is_set(qtbot, session, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"قال الوزير رقم {n} إن الحوار مهم." for n in range(600)), "utf-8")
    with qtbot.waitSignal(session.files.opened):
        session.files.open(path)
    made = MainWindow(session, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    made.actions_["panel_preview"].trigger()
    preview = made.findChild(PreviewPanel)
    qtbot.waitUntil(lambda: "رقم 0 " in preview.text)
    assert "رقم 599 " not in preview.text
    session.editor.activate(session.document.segments[-1].id)
    qtbot.waitUntil(lambda: "رقم 599 " in preview.text)
    assert preview.view.extraSelections()
