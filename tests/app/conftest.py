"""What the tests of the application layer share: a session over real files, and leak checks."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app.printing.printer import QtPagePrinter
from app.services import Services
from app.session import Session
from app.settings.own_words import OwnWords
from app.settings.store import Settings
from tests.app.editing_desk import Desk
from tests.app.small_documents import small_document
from translation.engines.client import EngineClient
from translation.engines.models import find
from translation.model.issue import Issue, Severity
from translation.store import Backups
from translation.system import fetching, preferences
from translation.work import documents, exporting
from translation.work.checks_apart import CheckProcess
from translation.work.returning import read_return
from translation.work.spelling_apart import SpellProcess
from translation.work.table_columns import preview_table, read_again
from translation.work.termbases import open_termbase

ARTICLE = "\n".join(
    [
        "عنوان الخبر",
        "جددت الكويت التزامها. وقال الوزير إن الحوار مهم.",
        "وأضاف أن التعاون مستمر.",
        "",
    ]
)


PATIENCE = 60_000
"""Milliseconds to wait for a signal: no test fails because the machine is slow."""


@pytest.fixture
def qtbot(qtbot):
    """The usual one, with patience."""
    for name in ("waitSignal", "waitSignals", "waitUntil"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.fixture(autouse=True)
def no_thread_is_left():
    """Fail a test that leaves a thread of ours running."""
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and not t.name.startswith("Dummy")]
    for thread in left:
        thread.join(20)
    assert not [t.name for t in left if t.is_alive()]


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """A small Arabic article."""
    path = tmp_path / "articles" / "خبر.txt"
    path.parent.mkdir()
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def find_shouting(subject):
    """A check of the tests' own: nobody shouts. It needs nothing but the target."""
    if subject.target.isupper():
        fixes = (subject.target.capitalize(),)
        return (Issue("shouting", Severity.WARNING, subject.segment_id, fixes=fixes),)
    return ()


def check_folder(model):
    """Look at a model in a folder; any name is taken for an installed one."""
    if Path(model).is_absolute():
        find(model)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Real documents and files; the projects' folder is the test's own."""
    return Services(
        open_document=documents.open_document,
        document_from_text=documents.document_from_text,
        fetch=fetching.fetch,
        document_from_page=documents.document_from_page,
        reread=read_again,
        preview_table=preview_table,
        export=exporting.export,
        printer=QtPagePrinter(),
        read_reference=lambda path, document: path.read_text("utf-8").splitlines(),
        read_return=read_return,
        make_finder=lambda profile, terms: find_shouting,
        check_apart=CheckProcess,
        read_termbase=lambda path, report: open_termbase(path, report=report).termbase,
        spell_apart=SpellProcess,
        spelling_language=lambda language: "en-GB" if language == "en" else language,
        own_words=OwnWords(Settings()),
        install_model=lambda model, accepted, report, cancel: model,
        check_model=check_folder,
        make_engine_client=EngineClient,
        load_preferences=preferences.load,
        save_preferences=preferences.save,
        projects_folder=lambda: tmp_path / "projects",
        backups=Backups(tmp_path / "backups"),
        resources=tmp_path / "resources",
    )


@pytest.fixture
def make_session(qapp, services):
    """Make sessions that end with the test."""
    made = []

    def make(**changed) -> Session:
        session = Session(services_with(services, **changed))
        made.append(session)
        return session

    yield make
    for session in made:
        session.close(discard=True)
        assert not [timer for timer in session.findChildren(QTimer) if timer.isActive()]
        session.deleteLater()


def services_with(services, **changed):
    from dataclasses import replace

    return replace(services, **changed)


@pytest.fixture
def session(make_session):
    """A session with nothing open."""
    return make_session()


@pytest.fixture
def opened(session, article_file, qtbot):
    """A session with the small article open."""
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    return session


@pytest.fixture
def desk(qapp):
    return Desk(small_document())
