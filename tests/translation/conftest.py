"""What the tests of this folder share."""

from __future__ import annotations

import threading

import pytest

from tests.translation.formats.bilingual_documents import small_document
from tests.translation.hosts import Server
from translation.model.document import Document


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.leaving.set()
    for kept in server.kept:
        kept.close()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def document() -> Document:
    return small_document()
