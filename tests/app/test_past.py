"""The past of the work: earlier texts of a segment, and what changed since restore points."""

from __future__ import annotations

from translation.model.restore_point import AT_EXPORT, AT_OPENING


def texts(found):
    return [(one.text, one.version.label, one.version.taken_back) for one in found]


def versions(session, qtbot, id_):
    with qtbot.waitSignal(session.past.versions_found) as told:
        session.past.ask_versions(id_)
    assert told.args[0] == id_
    return told.args[1]


def test_what_was_just_typed_is_there(opened, qtbot):
    editor = opened.editor
    editor.author = "Huda"
    first = opened.document.segments[0].id
    assert texts(versions(opened, qtbot, first)) == [("", "", False)]
    for length in range(1, 5):
        editor.type_text(first, "Rain"[:length], length - 1, length)
    found = versions(opened, qtbot, first)
    assert texts(found) == [("Rain", "type", False), ("", "", False)]
    assert [(part.kind, part.text) for part in found[0].parts] == [("insert", "Rain")]
    assert (found[0].version.author, found[1].version.time) == ("Huda", None)
    editor.undo()
    editor.type_text(first, "Snow", 0, 4)
    found = versions(opened, qtbot, first)
    assert texts(found) == [("Snow", "type", False), ("Rain", "type", True), ("", "", False)]
    assert [part.kind for part in found[0].parts] == ["insert"]


def test_an_earlier_text_is_put_back_as_a_step(opened, qtbot):
    editor = opened.editor
    first = opened.document.segments[0].id
    editor.type_text(first, "Rain", 0, 4)
    editor.confirm(first)
    editor.mend(first, "Snow", "earlier_text")
    assert opened.document.segment(first).target == "Snow"
    assert editor.undo_stack.undoText() == "earlier_text"
    editor.undo()
    assert opened.document.segment(first).target == "Rain"


def test_a_point_stands_before_the_first_edit_and_at_an_export(opened, qtbot, tmp_path):
    assert opened.past.points == ()
    first = opened.document.segments[0].id
    opened.editor.type_text(first, "Rain", 0, 4)
    opened.editor.type_text(first, "Rains", 4, 5)
    qtbot.waitUntil(lambda: [point.label for point in opened.past.points] == [AT_OPENING])
    for name in ("out.txt", "again.txt"):  # Nothing was done between the two.
        with qtbot.waitSignal(opened.noticed, check_params_cb=lambda n: n.code == "exported"):
            opened.files.export(tmp_path / name)
    labels = [AT_OPENING, f"{AT_EXPORT}out.txt"]
    qtbot.waitUntil(lambda: [point.label for point in opened.past.points] == labels)
    opened.editor.type_text(first, "Snow", 4, 4)
    with qtbot.waitSignal(opened.past.counts_found) as told:
        opened.past.ask_counts()
    assert list(told.args[0].values()) == [1, 1]
    with qtbot.waitSignal(opened.past.changes_found) as told:
        opened.past.ask_changes(opened.past.points[-1])
    _point, [changed], count = told.args
    assert (changed.row, count) == (0, 1)
    assert [(part.kind, part.text) for part in changed.parts] == [
        ("delete", "Rains"),
        ("insert", "Snow"),
    ]
    with qtbot.waitSignal(opened.editor.changed):
        opened.files.restoring.go_back(opened.past.points[0])
    assert opened.document.segment(first).target is None


def test_nothing_is_read_once_all_is_closed(opened, qtbot):
    heard = []
    opened.past.ask_versions(opened.document.segments[0].id)
    opened.files.close()
    opened.past.versions_found.connect(lambda *found: heard.append(found))
    opened.past.ask_versions("s1")
    opened.past.ask_counts()
    qtbot.wait(20)
    assert heard == []
