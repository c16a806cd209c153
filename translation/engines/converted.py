"""The CTranslate2 form of a checkpoint, made once and kept in the user's cache.

It is kept by what the checkpoint holds, not by where it lies; of several processes one makes it
while the others wait; one that was damaged is noticed and made again.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from translation.engines.checking import check_weights
from translation.engines.conversion import MarianConverter
from translation.engines.ct2_format import write_model
from translation.engines.hashing import files_digest
from translation.engines.weights import read_weights
from translation.errors import ModelError
from translation.system.private import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.engines.checkpoint import Checkpoint
    from translation.engines.tokenizer import MarianVocabulary

CONVERTER_VERSION = 2
"""Raised whenever the same checkpoint would be converted differently."""

SEAL = "seal.json"
"""Written last: the digest of all other files, so that a damaged or partial form shows."""


LOCK_SECONDS = 60.0
"""Longest wait for another process that converts; the largest models take some ten seconds."""

_MAKING, _DAMAGED = ".making-", ".damaged-"


def converted_folder(
    checkpoint: Checkpoint,
    vocabulary: MarianVocabulary,
    compute_type: str,
    cache: Path,
    before_converting: Callable[[], None] = lambda: None,
) -> Path:
    """Return the folder of the CTranslate2 form, converting first where there is none.

    Raises ModelError: bad_file, needs_torch, not_converted.
    """
    digest = files_digest(checkpoint.files(), cache)
    folder = cache / "ct2" / f"{digest[:32]}-{CONVERTER_VERSION}-{compute_type}"
    if is_whole(folder, cache):
        return folder
    before_converting()
    try:
        make_private_folder(folder.parent)
        with _alone(cache):
            if is_whole(folder, cache):
                return folder
            work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_MAKING))
            try:
                _convert(checkpoint, vocabulary, compute_type, work)
                _seal(work, cache)
                _sweep_earlier(folder)
                return _put_in_place(work, folder, cache)
            finally:
                shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        detail = error.strerror or str(error)
        raise ModelError("not_converted", model=checkpoint.name, detail=detail) from error


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """Wait until nobody else converts, and sweep up what killed runs have left half made.

    The system drops the lock of a process that ends, however it ends. Where there can be no
    lock, or its holder keeps it too long, the conversion is made beside the other one.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(cache / "ct2.lock")
    try:
        lock.acquire(timeout=LOCK_SECONDS)
    except (Timeout, NotImplementedError):
        yield
        return
    try:
        for prefix in (_MAKING, _DAMAGED):
            for left in (cache / "ct2").glob(f"{prefix}*"):
                shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.release()


def _sweep_earlier(folder: Path) -> None:
    """Remove what earlier versions of the converter made of the same checkpoint."""
    digest, _, kind = folder.name.split("-", 2)
    for other in folder.parent.glob(f"{digest}-*-{kind}"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def is_whole(folder: Path, cache: Path) -> bool:
    """Tell whether the folder holds a sealed form whose files are as they were written."""
    try:
        seal = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        return bool(seal == {"digest": files_digest(_sealed_files(folder), cache)})
    except (OSError, ValueError):
        return False


def _convert(
    checkpoint: Checkpoint, vocabulary: MarianVocabulary, compute_type: str, folder: Path
) -> None:
    weights = read_weights(checkpoint)
    check_weights(checkpoint, weights)
    converter = MarianConverter(checkpoint, vocabulary, weights, compute_type)
    write_model(
        folder,
        converter.convert(),
        converter.source_tokens,
        converter.target_tokens,
        eos=vocabulary.eos,
        unk=vocabulary.unk,
        start=vocabulary.pad,
    )


def _seal(folder: Path, cache: Path) -> None:
    seal = {"digest": files_digest(_sealed_files(folder), cache)}
    (folder / SEAL).write_text(json.dumps(seal), encoding="utf-8")


def _sealed_files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name != SEAL]


def _put_in_place(work: Path, folder: Path, cache: Path) -> Path:
    """Move a finished form to its place; another process may have been quicker."""
    try:
        os.rename(work, folder)
    except OSError:
        if is_whole(folder, cache):
            return folder
        damaged = Path(tempfile.mkdtemp(dir=folder.parent, prefix=_DAMAGED))
        try:
            os.rename(folder, damaged / folder.name)
            os.rename(work, folder)
        finally:
            shutil.rmtree(damaged, ignore_errors=True)
    return folder
