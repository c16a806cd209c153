"""Paths that lead nowhere, given to the session: it says so, and goes on."""

from __future__ import annotations

import sys

import pytest

from app.composition import program_services
from tests.translation.test_bad_paths import BAD

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")

NOWHERE = sorted(BAD.keys() - {"many links"})
DONE = {
    "open": lambda session, path: session.files.open(path),
    "export": lambda session, path: session.files.export(path, "tsv"),
    "export a project": lambda session, path: session.files.export(path, "muraji"),
    "reference": lambda session, path: session.exchange.load_reference(path),
    "return": lambda session, path: session.exchange.read_return(path),
    "model": lambda session, path: session.engine.use_model(str(path)),
}


@pytest.fixture
def opened(make_session, article_file, qtbot):
    """A session with the small article open, which reads references as the program does."""
    session = make_session(read_reference=program_services().read_reference)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    return session


@pytest.mark.parametrize("kind", NOWHERE)
@pytest.mark.parametrize("what", DONE)
@pytest.mark.parametrize("suffix", [".tsv", ".muraji"])
def test_it_says_so(kind, what, suffix, opened, tmp_path, qtbot):
    place = tmp_path / "place"
    place.mkdir()
    title = opened.files.title
    with qtbot.waitSignal(opened.failed) as failed:
        DONE[what](opened, BAD[kind](place, suffix))
    assert failed.args[0].reason != "unexpected"
    assert opened.files.title == title
    opened.editor.copy_source(opened.document.segments[0].id)
    assert opened.autosave.drain()
