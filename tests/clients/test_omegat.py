"""OmegaT: our memory translates its files, and our XLIFF is a source file it can work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients.programs import missing, translate_with_omegat
from tests.clients.work import ARTICLE, STATES, TRANSLATIONS, reviewed_document
from translation.work.documents import open_document
from translation.work.exporting import export

pytestmark = [
    pytest.mark.clients,
    pytest.mark.skipif(bool(missing("omegat")), reason="not installed here: omegat"),
]
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>AR</source_lang>
<target_lang>EN</target_lang><sentence_seg>true</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
FOLDERS = ("source", "target", "omegat", "tm/enforce", "glossary", "dictionary")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(PROJECT, encoding="utf-8")
    return folder


def test_our_memory_translates_the_article(project: Path):
    (project / "source" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    export(reviewed_document(), project / "tm" / "enforce" / "memory.tmx")
    translate_with_omegat(project)
    made = (project / "target" / "article.txt").read_text(encoding="utf-8")
    done = [text for text, state in zip(TRANSLATIONS, STATES, strict=True) if state.is_done]
    assert len(done) == 3
    assert all(text in made for text in done)


def test_our_xliff_goes_through_and_comes_back(project: Path):
    file = project / "source" / "article.xlf"
    document = reviewed_document()
    export(document, file, "xliff")
    translate_with_omegat(project)
    again = open_document(project / "target" / "article.xlf").document
    assert [s.target for s in again.segments] == [s.target for s in document.segments]
    assert [s.source for s in again.segments] == [s.source for s in document.segments]
