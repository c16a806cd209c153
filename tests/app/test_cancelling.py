"""Giving up what takes long: the document that was open stays, and nothing half made is left."""

from __future__ import annotations

import http.server
import threading

import pytest

from app.files.document_files import OPEN
from app.files.exporting import EXPORT
from translation.store import ProjectFile
from translation.system.web_address import read_address
from translation.work import documents, exporting

MANY = 100_000


@pytest.fixture
def large_file(tmp_path):
    """A table of a hundred thousand segments in a folder of its own."""
    path = tmp_path / "large" / "large.tsv"
    path.parent.mkdir()
    rows = (f"الجملة رقم {n} هنا.\tSentence {n} is here.\n" for n in range(MANY))
    path.write_text("source\ttarget\n" + "".join(rows), encoding="utf-8")
    return path


def jobs_ended(session):
    """Wait until the workers have nothing left to do, as closing does."""
    session.jobs._workers._pool.submit(lambda: None).result()


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize("when", ["reading", "before the project takes its place"])
def test_opening_a_large_file_can_be_given_up(opened, large_file, qtbot, when, monkeypatch):
    title, path, segments = opened.files.title, opened.files.path, len(opened.document)
    if when != "reading":
        write = documents.ProjectFile.create.__func__

        def cancel_then_write(cls, place, document, **options):
            opened.jobs._jobs[OPEN][1]()
            return write(cls, place, document, **options)

        monkeypatch.setattr(ProjectFile, "create", classmethod(cancel_then_write))
    opened.files.open(large_file)
    if when == "reading":
        qtbot.waitUntil(lambda: opened.jobs.current is not None and opened.jobs.current.done > 0)
        assert opened.jobs.current.cancellable
        opened.jobs.cancel()
        assert opened.jobs.current is None
    with opened.files._opening:  # held until the worker is through
        pass
    jobs_ended(opened)
    assert left_in(large_file.parent) == ["large.tsv"]
    assert (opened.files.title, opened.files.path, len(opened.document)) == (title, path, segments)
    opened.editor.copy_source(opened.document.segments[0].id)
    assert opened.autosave.drain(60)


@pytest.mark.slow
def test_what_was_given_up_can_be_opened_again_at_once(opened, large_file, qtbot):
    opened.files.open(large_file)
    qtbot.waitUntil(lambda: opened.jobs.current is not None and opened.jobs.current.done > 0)
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(large_file)
    assert len(opened.document) == MANY
    assert [path.name for path in large_file.parent.glob("*.muraji")] == ["large.tsv.muraji"]
    assert not opened.editor.read_only
    out = large_file.with_name("out.xlf")
    out.write_bytes(b"as it was")
    opened.files.export(out, "xliff")
    qtbot.waitUntil(lambda: opened.jobs.current is not None and opened.jobs.current.done > 0)
    opened.jobs.cancel()
    assert opened.jobs.current is None
    jobs_ended(opened)
    assert out.read_bytes() == b"as it was"
    assert not [name for name in left_in(large_file.parent) if name.endswith(".tmp")]


def test_a_cancel_that_comes_when_the_export_is_written_says_so(
    make_session, article_file, qtbot, tmp_path
):
    def late(document, path, format_id, **options):
        notices = exporting.export(document, path, format_id, **options)
        session.jobs._jobs[EXPORT][1]()
        return notices

    session = make_session(export=late)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    session.editor.copy_source(session.document.segments[0].id)
    out = tmp_path / "out.txt"
    with qtbot.waitSignal(session.noticed, check_params_cb=lambda n: n.code == "exported"):
        session.files.export(out)
    assert out.is_file()


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.set()
        self.server.go.wait(60)
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/news/story")
            self.end_headers()
            return
        body = "<html><body><h1>عنوان</h1><p>قال الوزير إن الحوار مهم جدا. نعم.</p></body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=windows-1256")
        self.end_headers()
        self.wfile.write(body.encode("cp1256"))

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    made.daemon_threads = True
    made.asked, made.go = threading.Event(), threading.Event()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.go.set()
    made.shutdown()
    made.server_close()
    thread.join()


def address(server, path):
    return read_address(f"http://127.0.0.1:{server.server_address[1]}{path}")


class TestPages:
    def test_a_page_becomes_a_project_and_is_found_again(self, session, server, qtbot, tmp_path):
        server.go.set()
        notices = []
        session.noticed.connect(notices.append)
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open_page(address(server, "/moved"))
        assert session.files.title == "story.html"
        assert session.files.path.parent == tmp_path / "projects"
        assert "قال الوزير إن الحوار مهم جدا." in [s.source for s in session.document.segments]
        assert "fetched_from" in {notice.code for notice in notices}
        with qtbot.waitSignal(
            session.noticed, check_params_cb=lambda notice: notice.code == "already_open"
        ):
            session.files.open_page(address(server, "/moved"))
        assert len(list((tmp_path / "projects").glob("*.muraji"))) == 1

    def test_a_page_that_does_not_come_can_be_given_up(self, opened, server, qtbot, tmp_path):
        title = opened.files.title
        opened.files.open_page(address(server, "/slow"))
        qtbot.waitUntil(server.asked.is_set)
        opened.jobs.cancel()
        assert opened.jobs.current is None
        with opened.files._opening:
            pass
        assert opened.files.title == title
        assert not (tmp_path / "projects").exists()

    def test_what_cannot_be_fetched_is_a_sentence(self, opened, server, qtbot):
        server.go.set()
        gone = address(server, "/")
        server.server_close()
        server.shutdown()
        with qtbot.waitSignal(opened.failed) as failed:
            opened.files.open_page(gone)
        assert failed.args[0].reason == "fetch_no_connection"
