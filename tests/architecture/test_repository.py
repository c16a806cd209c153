"""What the repository promises of itself: pins, sizes, and that it speaks of the product alone."""

from __future__ import annotations

import json
import re
import string
import subprocess
from pathlib import Path

from translation.errors import SENTENCES

ROOT = Path(__file__).resolve().parents[2]


def test_every_requirement_is_pinned_exactly():
    for name in ("requirements-core.txt", "requirements.txt", "requirements-test.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r ")):
                assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line), line


def test_the_qt_that_aborts_on_python_3_11_is_not_the_pin():
    assert "PySide6-Essentials==6.11.3" in (ROOT / "requirements-core.txt").read_text("utf-8")


def test_the_readme_says_of_the_bundled_model_what_the_window_says():
    card = json.loads((ROOT / "resources/models/starter/card.json").read_text("utf-8"))
    assert card["summary"] in (ROOT / "README.md").read_text("utf-8")


def test_every_error_raised_has_a_sentence():
    families = {"UsageError": "usage", "InputError": "input", "ExportError": "export"}
    families |= {"ProjectError": "project", "ModelError": "model", "EngineError": "engine"}
    families |= {"ScoreError": "score", "Notice": "notice", "MurajiError": "error"}
    families |= {"TranslationMemoryError": "memory"}
    raised = re.compile(r"\b({})\(\s*\"([a-z_0-9]+)\"".format("|".join(families)))
    for package in ("translation", "app", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            for family, reason in raised.findall(path.read_text(encoding="utf-8")):
                assert f"{families[family]}.{reason}" in SENTENCES, (path, family, reason)


def test_every_sentence_can_be_filled():
    for code, sentence in SENTENCES.items():
        fields = [field for _, field, _, _ in string.Formatter().parse(sentence) if field]
        assert all(field.isidentifier() for field in fields), code
        assert sentence.endswith((".", ")")), code


def test_committed_files_name_no_folder_of_one_machine():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    wrong = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|tmp/\w+)/")
    for name in listed:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ".json", ".ts"} and path.is_file():
            found = wrong.search(path.read_text(encoding="utf-8", errors="replace"))
            assert found is None or name.endswith("test_repository.py"), (name, found)
