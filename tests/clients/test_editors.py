"""Poedit and Lokalize: what they edit and save comes back, and all else as we wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.clients.programs import LOKALIZE, POEDIT, Editor, missing, type_into
from tests.clients.work import reviewed_document
from tests.translation.formats.bilingual_documents import Facts, document_facts
from tests.trial.desk import missing_tools
from translation.work.documents import open_document
from translation.work.exporting import export

pytestmark = pytest.mark.clients
TYPED = " Seen by another."


@pytest.mark.parametrize(
    ("editor", "format_id", "suffix"),
    [
        (POEDIT, "xliff", ".xlf"),
        (POEDIT, "xliff2", ".xlf"),
        (POEDIT, "po", ".po"),
        (LOKALIZE, "xliff", ".xlf"),
        (LOKALIZE, "po", ".po"),
    ],
    ids=lambda value: getattr(value, "program", value),
)
def test_an_edit_comes_back_without_loss(
    editor: Editor, format_id: str, suffix: str, tmp_path: Path
):
    lacking = missing(editor.program, "dbus-run-session") + missing_tools()
    if lacking:
        pytest.skip(f"not installed here: {', '.join(lacking)}")
    file = tmp_path / f"article{suffix}"
    export(reviewed_document(), file, format_id)
    before = rows(file)
    type_into(editor, file, TYPED, tmp_path / "home")
    after = rows(file)
    assert len(after) == len(before)
    changed = [place for place, row in enumerate(after) if row != before[place]]
    targets = [place for place in changed if TYPED.strip() in (after[place]["target"] or "")]
    assert len(targets) == 1
    assert after[targets[0]]["target"] == before[targets[0]]["target"] + TYPED
    for place in changed:
        differing = {name for name in after[place] if after[place][name] != before[place][name]}
        assert differing <= {"target", "state", "origin"}, differing


def rows(file: Path) -> Facts:
    return document_facts(open_document(file).document)
