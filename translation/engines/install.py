"""Installing a model: from the hub, when the user asks for it, or from a folder."""

from __future__ import annotations

import errno
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translation.engines.checking import check_weights
from translation.engines.checkpoint import RECORD, Checkpoint, read_checkpoint
from translation.engines.models import installed, is_plain_name
from translation.engines.offers import OFFERS, Offer, find_offer
from translation.engines.tokenizer import MarianVocabulary
from translation.engines.weights import read_weights
from translation.errors import ModelError
from translation.system import preferences
from translation.system.cancel import CancelToken
from translation.system.fed_process import PROGRAM
from translation.system.paths import real_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.model import ports

    Progress = Callable[[int, int], None]

__all__ = ["OFFERS", "Offer", "find_offer", "install"]

CANCEL_CHECK_SECONDS = 0.1
COPY_BYTES = 4 << 20
ONLINE = {
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "DO_NOT_TRACK": "1",
}


def install(
    model: str,
    accept_licence: bool | Callable[[Offer], bool],
    progress: Progress = lambda done, total: None,
    cancel: ports.CancelToken | None = None,
) -> str:
    """Install an offer (by id or name) or a checkpoint folder; return the name it goes by.

    ``accept_licence`` says whether the user accepts the licence of an offer, or is asked with
    the offer; for a folder it plays no part. ``progress`` is told bytes done and bytes in all.
    A download that was given up goes on where it stopped the next time. Raises ModelError;
    Cancelled.
    """
    cancel = cancel or CancelToken()
    offer = find_offer(model)
    folder = Path(model).expanduser()
    if offer is not None and not os.path.isdir(folder):
        return _install_offer(offer, accept_licence, progress, cancel)
    if os.path.isdir(folder):
        return _install_folder(real_path(folder), progress, cancel)
    offers = ", ".join(offer.id for offer in OFFERS)
    raise ModelError("not_offered", model=model, offers=offers)


def _install_offer(
    offer: Offer,
    accept_licence: bool | Callable[[Offer], bool],
    progress: Progress,
    cancel: ports.CancelToken,
) -> str:
    _refuse_taken(offer.name)
    if not (accept_licence(offer) if callable(accept_licence) else accept_licence):
        raise ModelError("licence_not_accepted", model=offer.id)
    work = preferences.models_folder() / f".installing-{offer.name}-{offer.revision[:12]}"
    with _Download(offer, work) as download:
        for done, total in download.steps(cancel):
            progress(done, total)
    record = {
        "name": offer.name,
        "id": offer.id,
        "revision": offer.revision,
        "source_language": offer.source_language,
        "target_language": offer.target_language,
        "licence": offer.licence,
        "attribution": offer.attribution,
        "summary": offer.summary,
    }
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    (work / RECORD).write_text(text, encoding="utf-8")
    try:
        _check(read_checkpoint(work, offer.name))
    except ModelError:
        shutil.rmtree(work, ignore_errors=True)  # whole, and yet no model: nothing to go on with
        raise
    return _put_in_place(work, offer.name)


def _install_folder(folder: Path, progress: Progress, cancel: ports.CancelToken) -> str:
    name = folder.name
    if not is_plain_name(name):
        raise ModelError("missing_folder", model=str(folder))
    checkpoint = read_checkpoint(folder)
    _check(checkpoint)
    _refuse_taken(name)
    work = preferences.models_folder() / f".installing-{name}-copy"
    optional = [folder / RECORD, folder / "generation_config.json", folder / "README.md"]
    files = [*checkpoint.files(), *(path for path in optional if path.is_file())]
    try:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        _copy(files, work, progress, cancel)
        return _put_in_place(work, name)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise ModelError("disk_full", model=name) from error
        detail = error.strerror or str(error)
        raise ModelError("download_failed", model=name, detail=detail) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _copy(files: list[Path], work: Path, progress: Progress, cancel: ports.CancelToken) -> None:
    total = sum(path.stat().st_size for path in files)
    done = 0
    for path in files:
        with path.open("rb") as source, (work / path.name).open("wb") as target:
            while block := source.read(COPY_BYTES):
                cancel.raise_if_cancelled()
                target.write(block)
                done += len(block)
                progress(done, total)


def _check(checkpoint: Checkpoint) -> None:
    """Read every file and compare it with the others. Raises ModelError: bad_file, needs_torch."""
    MarianVocabulary(checkpoint)
    check_weights(checkpoint, read_weights(checkpoint))


def _refuse_taken(name: str) -> None:
    if any(model.name == name for model in installed()):
        raise ModelError("already_there", model=name)


def _put_in_place(work: Path, name: str) -> str:
    try:
        os.rename(work, preferences.models_folder() / name)
    except OSError as error:
        raise ModelError("already_there", model=name) from error
    return name


class _Download:
    """The process that fetches the files of an offer: the only one that talks to the hub."""

    def __init__(self, offer: Offer, folder: Path) -> None:
        self._offer = offer
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "translation.engines.hub_download"],
            cwd=PROGRAM,
            env=environment | ONLINE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._process.stdin is not None
        asked = {"model": offer.id, "revision": offer.revision, "folder": str(folder)}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        self._said: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="download", daemon=True)
        self._listener.start()

    def __enter__(self) -> _Download:
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, if it has not ended; what it has fetched so far stays."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    def steps(self, cancel: ports.CancelToken) -> Iterator[tuple[int, int]]:
        """Yield bytes done and in all until everything is there. Raises ModelError, Cancelled."""
        while True:
            cancel.raise_if_cancelled()
            try:
                line = self._said.get(timeout=CANCEL_CHECK_SECONDS)
            except queue.Empty:
                continue
            said: dict[str, Any] = json.loads(line) if line else {"reason": "", "facts": {}}
            if "files" in said:
                return
            if said.get("reason") == "":
                detail = "the download process ended unexpectedly"
                raise ModelError("download_failed", model=self._offer.id, detail=detail)
            if "reason" in said:
                raise ModelError(said["reason"], **said["facts"])
            yield said["done"], said["total"]

    def _listen(self) -> None:
        """Pass on each line; an empty one says that it has ended."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.put(line)
        self._said.put("")
