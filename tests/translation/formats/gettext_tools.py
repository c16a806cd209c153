"""GNU gettext as the judge of PO files, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import polib
import pytest

Catalogue = dict[tuple[str | None, str], list[str]]


def compiled(path: Path) -> bytes | None:
    """Return the MO file that msgfmt makes of a PO file, fuzzy entries too; None if it refuses."""
    program = shutil.which("msgfmt")
    if program is None:
        pytest.skip("gettext is not installed")
    command = [program, "--use-fuzzy", "-o", "-", str(path)]
    ran = subprocess.run(command, capture_output=True, check=False)
    return None if ran.returncode else ran.stdout


def catalogue(path: Path, encoding: str = "utf-8") -> Catalogue:
    """Return the translations of a PO file, as gettext reads them, else as polib does."""
    made = compiled(path)
    if made is None:
        entries = polib.pofile(str(path), encoding=encoding)
    else:
        with tempfile.NamedTemporaryFile(suffix=".mo") as file:
            file.write(made)
            file.flush()
            entries = polib.mofile(file.name, encoding=encoding)
    return {
        (one.msgctxt, one.msgid): [one.msgstr, *one.msgstr_plural.values()]
        for one in entries
        if one.msgstr or any(one.msgstr_plural.values())
    }
