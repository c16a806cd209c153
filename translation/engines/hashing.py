"""Content hashes of files, remembered by size and time so that a large file is read once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from typing import TYPE_CHECKING

from translation.system.paths import real_path
from translation.system.private import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MEMORY_FILE = "hashes.json"
MAX_REMEMBERED = 500


def files_digest(paths: Sequence[Path], cache: Path) -> str:
    """Return one BLAKE2b digest (64 hex digits) of the names and contents of files."""
    remembered = _read(cache / MEMORY_FILE)
    before = dict(remembered)
    whole = hashlib.blake2b(digest_size=32)
    for path in sorted(paths):
        whole.update(f"{path.name}\0{_digest(path, remembered)}\0".encode())
    if remembered != before:
        _write(cache / MEMORY_FILE, remembered)
    return whole.hexdigest()


def _digest(path: Path, remembered: dict[str, str]) -> str:
    status = path.stat()
    place = f"{real_path(path)}|{status.st_size}|{status.st_mtime_ns}|{status.st_ino}"
    if place not in remembered:
        with path.open("rb") as file:
            remembered[place] = hashlib.file_digest(
                file, lambda: hashlib.blake2b(digest_size=32)
            ).hexdigest()
    return remembered[place]


def _read(memory: Path) -> dict[str, str]:
    """Return what is remembered; a missing or damaged memory only costs time."""
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {place: digest for place, digest in found.items() if isinstance(digest, str)}


def _write(memory: Path, remembered: dict[str, str]) -> None:
    kept = dict(list(remembered.items())[-MAX_REMEMBERED:])
    try:
        make_private_folder(memory.parent)
        handle, name = tempfile.mkstemp(dir=memory.parent, prefix=".hashes-")
    except OSError:
        return  # a place that cannot be written remembers nothing; hashes are computed again
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(kept, file)
    os.replace(name, memory)
