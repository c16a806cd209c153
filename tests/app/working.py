"""What test_working_document and test_working_with_results work with."""

from __future__ import annotations


def ids(session):
    return [s.id for s in session.document.segments]


def open_and_wait(qtbot, session, path, **options):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path, **options)


def heard(signal):
    got = []
    signal.connect(got.append)
    return got


def codes(notices):
    return [notice.code for notice in notices]
