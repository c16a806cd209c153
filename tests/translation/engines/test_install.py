"""Installing: from a hub on this machine, with everything that goes wrong; and from a folder."""

from __future__ import annotations

import shutil
import socket
from collections import namedtuple
from pathlib import Path

import pytest

from tests.translation.engines.hub_server import HubServer
from translation.engines import models
from translation.engines.install import OFFERS, install
from translation.engines.models import BUNDLED
from translation.errors import ModelError
from translation.system import preferences
from translation.system.cancel import Cancelled, CancelToken

OFFER = OFFERS[1]
STARTER = BUNDLED / "starter"
NEEDED = {
    "README.md",
    "config.json",
    "generation_config.json",
    "model.safetensors",
    "card.json",
    "source.spm",
    "target.spm",
    "tokenizer_config.json",
    "vocab.json",
}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A small real checkpoint as it lies on a hub, with files nobody needs."""
    folder = tmp_path / "published"
    shutil.copytree(STARTER, folder)
    (folder / "card.json").unlink()
    (folder / "tf_model.h5").write_bytes(b"not needed" * 1000)
    (folder / "pytorch_model.bin").write_bytes(b"not needed either" * 1000)
    return folder


@pytest.fixture
def hub(published: Path, monkeypatch: pytest.MonkeyPatch):
    with HubServer(published, OFFER.id, OFFER.revision) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        yield server


def place() -> Path:
    return preferences.models_folder() / OFFER.name


def test_offers_name_fixed_revisions_and_licences() -> None:
    assert [offer.id for offer in OFFERS] == [
        "Helsinki-NLP/opus-mt-tc-big-ar-en",
        "Helsinki-NLP/opus-mt-ar-en",
    ]
    for offer in OFFERS:
        assert len(offer.revision) == 40
        assert int(offer.revision, 16)
        assert offer.licence
        assert offer.licence_url


def test_installs_only_what_is_needed_at_the_fixed_revision(hub: HubServer) -> None:
    seen: list[tuple[int, int]] = []
    asked: list[str] = []

    def accept(offer) -> bool:
        asked.append(offer.licence)
        assert not hub.requests, "the licence comes before anything is fetched"
        return True

    assert install(OFFER.id, accept, lambda *step: seen.append(step)) == OFFER.name
    assert asked == [OFFER.licence]
    assert {path.name for path in place().iterdir()} == NEEDED
    assert (place() / "model.safetensors").read_bytes() == (
        STARTER / "model.safetensors"
    ).read_bytes()
    assert seen[-1][0] == seen[-1][1] > 15_000_000
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert all(OFFER.revision in path for _, path, _ in hub.requests)
    info = models.info(OFFER.name)
    assert (info.revision, info.licence) == (OFFER.revision, OFFER.licence)
    assert OFFER.name in [model.name for model in models.installed()]


def test_a_licence_not_accepted_fetches_nothing(hub: HubServer) -> None:
    with pytest.raises(ModelError, match="licence"):
        install(OFFER.id, accept_licence=False)
    assert not hub.requests
    assert not place().exists()


def test_a_transfer_that_breaks_off_goes_on_where_it_stopped(hub: HubServer) -> None:
    hub.cut_after = 6 << 20
    install(OFFER.name, accept_licence=True)
    spans = hub.fetched("model.safetensors")
    assert spans[0] is None
    assert [span.split("-")[0] for span in spans[1:]] == ["bytes=6291456", "bytes=12582912"]
    assert models.info(OFFER.name).revision == OFFER.revision


def test_a_cancelled_install_goes_on_where_it_stopped(hub: HubServer) -> None:
    cancel = CancelToken()

    def give_up(done: int, _: int) -> None:
        if done > 4 << 20:
            hub.hold.clear()
            cancel.cancel()

    with pytest.raises(Cancelled):
        install(OFFER.id, accept_licence=True, progress=give_up, cancel=cancel)
    assert not place().exists()
    assert OFFER.name not in [model.name for model in models.installed()]
    hub.hold.set()
    hub.requests.clear()
    install(OFFER.id, accept_licence=True)
    (span,) = hub.fetched("model.safetensors")
    assert span is not None
    assert int(span.removeprefix("bytes=").rstrip("-")) > 1 << 20
    assert hub.fetched("vocab.json") == []
    assert place().is_dir()


def test_a_hub_that_cannot_go_on_sends_it_all_again(hub: HubServer) -> None:
    hub.cut_after = 6 << 20
    hub.ranges = False
    work = preferences.models_folder() / f".installing-{OFFER.name}-{OFFER.revision[:12]}"
    work.mkdir(parents=True)
    (work / "vocab.json.partial").write_bytes(b"{}")
    hub.cut_after = None
    install(OFFER.id, accept_licence=True)
    assert (place() / "vocab.json").read_bytes() == (STARTER / "vocab.json").read_bytes()


@pytest.mark.parametrize("file", ["model.safetensors", "vocab.json"])
def test_a_file_with_another_hash_is_refused_and_fetched_again(hub: HubServer, file: str) -> None:
    hub.damaged = file
    with pytest.raises(ModelError, match=f"{file} arrived damaged"):
        install(OFFER.id, accept_licence=True)
    assert not place().exists()
    hub.damaged = ""
    hub.requests.clear()
    install(OFFER.id, accept_licence=True)
    assert hub.fetched(file) == [None]


def test_without_a_network_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{port}")
    with pytest.raises(ModelError) as caught:
        install(OFFER.id, accept_licence=True)
    assert caught.value.code == "model.no_network"
    assert "127.0.0.1" in str(caught.value)
    assert caught.value.exit_status == 3


def test_a_model_that_is_gone_from_the_hub_is_said_so(hub: HubServer) -> None:
    hub.revision = "0" * 40
    with pytest.raises(ModelError) as caught:
        install(OFFER.id, accept_licence=True)
    assert caught.value.code == "model.not_found"


def test_a_full_disk_is_noticed_before_anything_is_fetched(
    hub: HubServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from translation.engines import hub_download

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(hub_download.shutil, "disk_usage", lambda _: usage(10, 9, 1))
    files = hub.info()["siblings"]
    assert isinstance(files, list)
    wanted = [
        type("File", (), {"rfilename": row["rfilename"], "size": row["size"]}) for row in files
    ]
    fetching = hub_download._Fetching(OFFER.id, OFFER.revision, tmp_path / "w", wanted, print)
    with pytest.raises(ModelError) as caught:
        fetching.run()
    assert caught.value.code == "model.disk_full"


def test_what_is_there_already_is_not_fetched_again(hub: HubServer) -> None:
    shutil.copytree(STARTER, place())
    with pytest.raises(ModelError, match="installed already"):
        install(OFFER.id, accept_licence=True)
    assert not hub.requests


def test_a_name_nobody_offers_is_refused() -> None:
    with pytest.raises(ModelError) as caught:
        install("someone/else", accept_licence=True)
    assert caught.value.code == "model.not_offered"


def test_a_folder_is_checked_copied_and_removed(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(STARTER, folder)
    (folder / "secret.txt").write_text("not a part of the model")
    seen: list[tuple[int, int]] = []
    assert install(str(folder), accept_licence=False, progress=lambda *s: seen.append(s)) == "mine"
    there = preferences.models_folder() / "mine"
    assert not (there / "secret.txt").exists()
    assert seen[-1][0] == seen[-1][1]
    assert models.find("mine").folder == there
    with pytest.raises(ModelError, match="installed already"):
        install(str(folder), accept_licence=False)
    models.remove("mine")
    assert not there.exists()
    with pytest.raises(ModelError, match="no such model"):
        models.remove("mine")


def test_a_damaged_folder_is_not_installed(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(STARTER, folder)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(ModelError) as caught:
        install(str(folder), accept_licence=False)
    assert caught.value.code == "model.bad_file"
    assert not list(preferences.models_folder().glob("*"))


def test_the_bundled_model_cannot_be_removed() -> None:
    with pytest.raises(ModelError) as caught:
        models.remove("starter")
    assert caught.value.code == "model.not_removable"
    for name in ("../starter", "/etc", "", ".", ".."):
        with pytest.raises(ModelError):
            models.remove(name)
