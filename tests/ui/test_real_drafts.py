"""Real drafts in the real window: the published figure, and a walk from issue to issue by keys."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import Qt

from tests.ui.window import open_window, press
from translation.cli.main import run
from translation.scoring.metrics import MetricId
from translation.text.texts_apart import difference, difference_of_words
from ui.panels.scores import ScoresPanel

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)"),
]
PUBLISHED = 33.9
"""BLEU of opus-mt-ar-en on flores-dev."""
PATIENCE = 120_000


def table(shared, tmp_path, rows=None):
    """A table of flores-dev with opus-mt's drafts and the reference, its first rows or all."""
    data = shared / "data"
    pairs = (data / "parallel" / "flores-dev.ar-en.tsv").read_text("utf-8").splitlines()[:rows]
    drafts = (data / "mt_outputs" / "flores-dev.opusmt.en").read_text("utf-8").splitlines()
    path = tmp_path / "flores.tsv"
    lines = ["source\tdraft\treference"]
    for pair, draft in zip(pairs, drafts, strict=False):
        source, reference = pair.split("\t")[:2]
        lines.append(f"{source}\t{draft}\t{reference}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_published_figure_is_that_of_the_window_the_command_and_the_report(
    shared, tmp_path, session, qtbot, capsys
):
    path = table(shared, tmp_path)
    assert run(["score", str(path), "--json"]) == 0
    by_command = json.loads(capsys.readouterr().out)["draft_vs_reference"]["BLEU"]["score"]
    out = tmp_path / "report.json"
    assert run(["report", str(path), "-o", str(out)]) == 0
    told = json.loads(out.read_text("utf-8"))["scores"]["draft_reference"]["metrics"]["BLEU"]
    with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
        session.files.open(path)
    window = open_window(qtbot, session)
    panel = window.findChild(ScoresPanel)

    def in_the_window():
        return panel._reference._cells["draft", MetricId.BLEU].text()

    qtbot.waitUntil(lambda: in_the_window() == str(PUBLISHED), timeout=PATIENCE)
    assert round(by_command, 1) == PUBLISHED
    assert told["score"] == by_command


class Hands:
    """Presses keys, and counts them; a chord is one."""

    def __init__(self):
        self.keys = 0

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.keys += 1
        press(key, modifiers)


def by_hand(before, after, rows):
    """Count the keys that one change takes without help, and the fewest there are for it.

    Ctrl+Down for each row on the way, Ctrl+Right for each word before it, one for each letter
    from there, one for each letter taken out and each typed. Finding the place is not counted.
    """
    start, gone, come = difference(before, after)
    words = re.findall(r"\w+\s*|[^\w\s]+\s*", before[:start])
    into_word = len(words[-1]) if words and before[start - 1 : start].isalnum() else 0
    return rows + len(words) - (into_word > 0) + into_word + len(gone) + len(come)


def test_issues_of_fifty_drafts_are_walked_and_mended_with_fewer_keys(
    shared, tmp_path, session, qtbot
):
    with qtbot.waitSignal(session.editor.document_replaced, timeout=PATIENCE):
        session.files.open(table(shared, tmp_path, 50))
    window = open_window(qtbot, session)
    qtbot.waitUntil(lambda: not session.issues.unchecked, timeout=PATIENCE)
    document, hands = session.document, Hands()
    places, mended, alone, row = set(), [], 0, 0
    editor = window.review.active.editor
    for _ in range(4 * session.issues.count):
        hands.press(Qt.Key.Key_F8)
        here = document.segment(session.editor.active_id)
        if (here.id, editor.caret) in places:
            break
        places.add((here.id, editor.caret))
        caret = editor.caret
        at = [i for i in session.issues.of(here.id) if i.start <= caret <= i.start + i.length]
        fixes = [issue.fix for issue in at if issue.fix is not None]
        # A reviewer takes the fix that says what the reference says; the others are read alone.
        if not fixes or not is_as_wanted(document.shown_target(here), fixes[0], here.reference):
            continue
        before = document.shown_target(here)
        hands.press(Qt.Key.Key_Return, ALT_SHIFT)
        after = document.segment(here.id).target
        assert after == fixes[0]
        mended.append((before, after))
        alone += by_hand(before, after, abs(document.row(here.id) - row))
        row = document.row(here.id)
    assert window.messages.sentences == []
    stops = {i.segment_id for i in session.issues.all()} | {id_ for id_, _ in places}
    assert {id_ for id_, _ in places} == stops
    print(f"{len(places)} places, {len(mended)} mended: {hands.keys} keys; by hand {alone}")
    assert len(mended) >= 5
    # To go there and to mend is two keys each; all the rest is going on to read.
    assert 2 * len(mended) < alone / 3


ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def is_as_wanted(before, after, reference):
    """Tell whether the reference has what a fix puts in; it has no entities in any case."""
    gone, come = difference_of_words(before, after)
    return bool(come) and (come in reference or "&" in gone)
