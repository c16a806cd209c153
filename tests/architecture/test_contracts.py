"""What may import what, beyond the contracts that import-linter keeps."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIDI_CONTROLS = {chr(c) for c in (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def imports_any(path: Path, forbidden: tuple[str, ...]) -> set[str]:
    return {
        name
        for name in imported(path)
        for wrong in forbidden
        if name == wrong or name.startswith(wrong + ".")
    }


@pytest.mark.parametrize("path", modules("app"), ids=str)
def test_app_has_no_widgets(path):
    assert not imports_any(path, ("PySide6.QtWidgets",))


@pytest.mark.parametrize("path", modules("ui"), ids=str)
def test_ui_neither_parses_nor_scores_nor_stores(path):
    forbidden = (
        *("sqlite3", "lxml", "torch", "transformers", "ctranslate2", "sacrebleu", "threading"),
        *(
            "concurrent",
            "multiprocessing",
            "csv",
            "zipfile",
            "translation.store",
            "PySide6.QtCore.QThread",
        ),
    )
    assert not imports_any(path, forbidden)


@pytest.mark.parametrize("path", modules("translation"), ids=str)
def test_heavy_imports_stand_inside_functions(path):
    heavy = {"torch", "transformers", "ctranslate2", "sentencepiece", "sacrebleu", "lxml"}
    heavy |= {"numpy", "readability", "safetensors", "huggingface_hub", "rapidfuzz"}
    heavy |= {"docx", "openpyxl", "xlsxwriter", "pypdfium2", "pdfminer", "markdown_it"}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name.split(".")[0] for node in top for alias in node.names}
    names |= {node.module.split(".")[0] for node in top if isinstance(node, ast.ImportFrom)}
    assert not names & heavy


@pytest.mark.parametrize("package", ["translation", "app", "ui", "tests"])
def test_no_bidi_controls_in_sources(package):
    for path in modules(package):
        assert not BIDI_CONTROLS & set(path.read_text(encoding="utf-8")), path


def test_the_composition_root_stays_small():
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) < 100


@pytest.mark.parametrize("package", ["translation", "app", "ui"])
def test_modules_stay_findable(package):
    long = {
        str(path.relative_to(ROOT)): count
        for path in modules(package)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import translation", {"torch", "transformers", "lxml", "sacrebleu", "PySide6"}),
        ("import translation.cli.main", {"torch", "lxml", "sacrebleu", "ctranslate2", "PySide6"}),
        ("import translation.work.documents", {"torch", "transformers", "ctranslate2", "PySide6"}),
        ("import app.session", {"torch", "transformers", "ctranslate2", "sacrebleu", "numpy"}),
        ("import ui.application", {"torch", "transformers", "ctranslate2", "sacrebleu", "numpy"}),
    ],
)
def test_importing_brings_nothing_heavy(statement, unwanted):
    code = f"import sys; {statement}; print(*{{m.split('.')[0] for m in sys.modules}})"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert not unwanted & set(run.stdout.split())


def test_no_dialog_is_loaded_before_it_is_wanted():
    code = "import sys, ui.application; print('ui.dialogs.sheet' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert run.stdout.strip() == "False"
