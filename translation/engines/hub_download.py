"""Fetches the files of one model from the hub: a process of its own, the only one that may.

``python -m translation.engines.hub_download`` reads one JSON object from standard input
(``model``, ``revision``, ``folder``) and writes JSON lines to standard output: ``{"done": bytes,
"total": bytes}`` as it goes, then ``{"files": [...]}``, or ``{"reason": …, "facts": …}`` of a
ModelError. Partial files stay in the folder and are continued by the next call. It leaves at
the end of its input. Each file is checked against the hash that the hub keeps of it.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from translation.engines.checkpoint import NEEDED_FILES, PYTORCH_BIN, SAFETENSORS
from translation.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONAL_FILES = (
    "README.md",
    "generation_config.json",
    "special_tokens_map.json",
    "target_vocab.json",
    "tokenizer_config.json",
)
PARTIAL = ".partial"
REPORT_BYTES = 1 << 20
CHUNK_BYTES = 1 << 18


def main() -> int:
    """Do what standard input asks; the entry of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program that asked decides when to stop
    output = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    asked = json.loads(sys.stdin.readline())
    threading.Thread(target=_leave_at_end_of_input, daemon=True).start()

    def say(**what: object) -> None:
        output.write(json.dumps(what) + "\n")
        output.flush()

    try:
        say(files=fetch(asked["model"], asked["revision"], Path(asked["folder"]), say))
    except ModelError as error:
        say(reason=error.reason, facts=error.facts)
    return 0


def fetch(model: str, revision: str, folder: Path, say: Callable[..., None]) -> list[str]:
    """Fetch the files a MarianMT model needs. Raises ModelError."""
    from huggingface_hub import constants

    # What is not yet a whole chunk is lost when a transfer breaks off; the hub's are 10 MB.
    constants.DOWNLOAD_CHUNK_SIZE = CHUNK_BYTES
    host = urlsplit(constants.ENDPOINT).hostname or constants.ENDPOINT
    try:
        wanted = _wanted(model, revision)
        _Fetching(model, revision, folder, wanted, say).run()
    except ModelError:
        raise
    except Exception as error:
        raise _explained(error, model, host) from error
    return [file.rfilename for file in wanted]


class _Fetching:
    """The files of one model on their way into one folder."""

    def __init__(
        self, model: str, revision: str, folder: Path, files: list[Any], say: Callable[..., None]
    ) -> None:
        self._model = model
        self._revision = revision
        self._folder = folder
        self._files = files
        self._say = say
        self._total = sum(file.size or 0 for file in files)
        self._done = 0
        self._said = 0

    def run(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        have = sum(path.stat().st_size for path in self._folder.iterdir() if path.is_file())
        if shutil.disk_usage(self._folder).free < self._total - have:
            raise ModelError("disk_full", model=self._model)
        for file in self._files:
            self._fetch(file)
        self._say(done=self._total, total=self._total)

    def _fetch(self, file: Any) -> None:
        from huggingface_hub import hf_hub_url
        from huggingface_hub.file_download import http_get
        from huggingface_hub.utils._headers import build_hf_headers

        ready = self._folder / file.rfilename
        partial = self._folder / (file.rfilename + PARTIAL)
        if ready.is_file() and ready.stat().st_size == file.size:
            self._advance(file.size)
            return
        with partial.open("ab") as target:
            have = target.tell()
            if file.size is not None and have > file.size:
                target.truncate(0)
                have = 0
            self._advance(have)
            http_get(
                hf_hub_url(self._model, file.rfilename, revision=self._revision),
                _Counted(target, self._advance),  # type: ignore[arg-type]
                resume_size=have,
                headers=build_hf_headers(token=False),
                expected_size=file.size,
            )
        if not _is_intact(partial, file):
            partial.unlink()
            raise ModelError("wrong_hash", model=self._model, file=file.rfilename)
        os.replace(partial, ready)

    def _advance(self, count: int) -> None:
        self._done += count
        if abs(self._done - self._said) >= REPORT_BYTES or self._done == self._total:
            self._said = self._done
            self._say(done=self._done, total=self._total)


class _Counted:
    """A file that tells how much is written into it, and of what is taken back."""

    def __init__(self, file: IO[bytes], advance: Callable[[int], None]) -> None:
        self._file = file
        self._advance = advance

    def write(self, data: bytes) -> int:
        self._advance(len(data))
        return self._file.write(data)

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, position: int) -> int:
        return self._file.seek(position)

    def truncate(self) -> int:
        size = self._file.seek(0, os.SEEK_END)
        kept = self._file.truncate(0)
        self._advance(-size)
        return kept


def _wanted(model: str, revision: str) -> list[Any]:
    """Return what the hub knows of each file that is needed, the weights last."""
    from huggingface_hub import HfApi

    found = HfApi(token=False).model_info(model, revision=revision, files_metadata=True)
    if found.sha != revision:
        raise ModelError("not_found", model=model, host="the hub at the fixed revision")
    by_name = {file.rfilename: file for file in found.siblings or ()}
    weights = SAFETENSORS if SAFETENSORS in by_name else PYTORCH_BIN
    for file in (*NEEDED_FILES, weights):
        if file not in by_name:
            raise ModelError("missing_file", model=model, file=file)
    optional = [name for name in OPTIONAL_FILES if name in by_name]
    return [by_name[name] for name in (*NEEDED_FILES, *optional, weights)]


def _is_intact(path: Path, file: Any) -> bool:
    """Compare a file with the hub's hash: SHA-256 of a large file, git's blob id of a small one."""
    size = path.stat().st_size
    if file.size is not None and size != file.size:
        return False
    if file.lfs is not None:
        return bool(_digest(path, hashlib.sha256()) == file.lfs.sha256)
    return bool(_digest(path, hashlib.sha1(f"blob {size}\0".encode())) == file.blob_id)


def _digest(path: Path, running: Any) -> str:
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            running.update(block)
    return str(running.hexdigest())


def _explained(error: Exception, model: str, host: str) -> ModelError:
    from httpx2 import TransportError
    from huggingface_hub.errors import EntryNotFoundError, RepositoryNotFoundError
    from huggingface_hub.errors import RevisionNotFoundError as NoRevision

    if isinstance(error, (RepositoryNotFoundError, NoRevision, EntryNotFoundError)):
        return ModelError("not_found", model=model, host=host)
    if isinstance(error, (TransportError, ConnectionError, TimeoutError)):
        return ModelError("no_network", model=model, host=host)
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return ModelError("disk_full", model=model)
    said = " ".join(str(error).split())[:200] or type(error).__name__
    return ModelError("download_failed", model=model, detail=said)


def _leave_at_end_of_input() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
