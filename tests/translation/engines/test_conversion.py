"""Our conversion against CTranslate2's own, and the cache it lives in."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from translation.engines import converted
from translation.engines.checkpoint import Checkpoint, read_checkpoint
from translation.engines.converted import converted_folder, is_whole
from translation.engines.tokenizer import MarianVocabulary
from translation.errors import ModelError

REFERENCE = """
import sys, warnings
warnings.simplefilter("ignore")
from ctranslate2.converters import TransformersConverter, transformers
from ctranslate2.converters.transformers import BartLoader, MarianMTLoader

class KeepingPad(MarianMTLoader):
    # What is done otherwise on purpose: <pad> stays, and the decoder starts with it.

    def get_model_spec(self, model):
        model.final_logits_bias[0, model.config.pad_token_id] = -1e4
        return super().get_model_spec(model)

    def get_vocabulary(self, model, tokenizer):
        return BartLoader.get_vocabulary(self, model, tokenizer)

    def set_config(self, config, model, tokenizer):
        super().set_config(config, model, tokenizer)
        config.decoder_start_token = tokenizer.pad_token

    def set_decoder(self, spec, decoder):
        super().set_decoder(spec, decoder)
        spec.start_from_zero_embedding = False

    def _remove_pad_weights(self, spec):
        pass

transformers._MODEL_LOADERS["MarianConfig"] = KeepingPad()
for kind in sys.argv[3:]:
    TransformersConverter(sys.argv[1]).convert(f"{sys.argv[2]}/{kind}", quantization=kind)
"""


@pytest.mark.model
def test_it_is_byte_for_byte_what_ctranslate2_makes(
    starter: Checkpoint, cache: Path, tmp_path: Path
) -> None:
    kinds = ["int8", "float32", "float16"]
    command = [sys.executable, "-c", REFERENCE, str(starter.folder), str(tmp_path), *kinds]
    subprocess.run(command, check=True, capture_output=True)
    for kind in kinds:
        ours = converted_folder(starter, MarianVocabulary(starter), kind, cache)
        for file in ("model.bin", "config.json", "shared_vocabulary.json"):
            theirs = (tmp_path / kind / file).read_bytes()
            assert (ours / file).read_bytes().rstrip() == theirs.rstrip(), (kind, file)


def test_it_is_made_once_and_kept_by_content(
    starter: Checkpoint, copy_of_starter: Path, tmp_path: Path
) -> None:
    vocabulary = MarianVocabulary(starter)
    made: list[str] = []
    first = converted_folder(starter, vocabulary, "int8", tmp_path, lambda: made.append("1"))
    again = converted_folder(starter, vocabulary, "int8", tmp_path, lambda: made.append("2"))
    moved = read_checkpoint(copy_of_starter)
    copy = converted_folder(moved, vocabulary, "int8", tmp_path, lambda: made.append("3"))
    assert first == again == copy
    assert made == ["1"]
    other = converted_folder(starter, vocabulary, "float32", tmp_path, lambda: made.append("4"))
    assert other != first
    assert made == ["1", "4"]


def test_what_earlier_versions_of_the_converter_made_is_removed(
    starter: Checkpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vocabulary = MarianVocabulary(starter)
    other = converted_folder(starter, vocabulary, "float32", tmp_path)
    with monkeypatch.context() as earlier:
        earlier.setattr(converted, "CONVERTER_VERSION", converted.CONVERTER_VERSION - 1)
        made_then = converted_folder(starter, vocabulary, "int8", tmp_path)
    made_now = converted_folder(starter, vocabulary, "int8", tmp_path)
    assert made_now != made_then
    assert {*(tmp_path / "ct2").iterdir()} == {other, made_now}


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "seal", "more"])
def test_a_damaged_form_is_made_again(starter: Checkpoint, tmp_path: Path, damage: str) -> None:
    vocabulary = MarianVocabulary(starter)
    folder = converted_folder(starter, vocabulary, "int8", tmp_path)
    good = (folder / "model.bin").read_bytes()
    if damage == "cut":
        (folder / "model.bin").write_bytes(good[:-10])
    elif damage == "flipped":
        (folder / "model.bin").write_bytes(good[:5000] + bytes([good[5000] ^ 1]) + good[5001:])
    elif damage == "gone":
        (folder / "shared_vocabulary.json").unlink()
    elif damage == "seal":
        (folder / "seal.json").write_text("[]")
    else:
        (folder / "vmap.txt").write_text("what is this?")
    assert not is_whole(folder, tmp_path)
    assert converted_folder(starter, vocabulary, "int8", tmp_path) == folder
    assert (folder / "model.bin").read_bytes() == good
    assert is_whole(folder, tmp_path)
    assert [path.name for path in (tmp_path / "ct2").iterdir()] == [folder.name]


def convert_here(source: Path, cache: Path, found: multiprocessing.Queue) -> None:
    checkpoint = read_checkpoint(source)
    folder = converted_folder(checkpoint, MarianVocabulary(checkpoint), "int8", cache)
    found.put((str(folder), is_whole(folder, cache)))


def test_two_processes_at_once_agree(starter: Checkpoint, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    found = context.Queue()
    both = [
        context.Process(target=convert_here, args=(starter.folder, tmp_path, found))
        for _ in range(2)
    ]
    for process in both:
        process.start()
    answers = {found.get(timeout=60) for _ in both}
    for process in both:
        process.join()
    assert len(answers) == 1
    ((_, whole),) = answers
    assert whole


KILLED_IN_IT = """
import os, signal, sys
from pathlib import Path
from translation.engines import converted
from translation.engines.checkpoint import read_checkpoint
from translation.engines.tokenizer import MarianVocabulary
converted._seal = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
model = read_checkpoint(Path(sys.argv[1]))
converted.converted_folder(model, MarianVocabulary(model), "int8", Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not for Windows")
def test_what_killed_runs_left_half_made_is_swept(
    starter: Checkpoint, tmp_path: Path, repository: Path
) -> None:
    command = [sys.executable, "-c", KILLED_IN_IT, str(starter.folder), str(tmp_path)]
    for _ in range(2):
        run = subprocess.run(command, cwd=repository, capture_output=True, check=False)
        assert run.returncode == -9
        assert len([*(tmp_path / "ct2").glob(".making-*/model.bin")]) == 1, "the last one's alone"
    (tmp_path / "ct2" / ".damaged-x" / "old").mkdir(parents=True)
    folder = converted_folder(starter, MarianVocabulary(starter), "int8", tmp_path)
    assert is_whole(folder, tmp_path)
    assert [path.name for path in (tmp_path / "ct2").iterdir()] == [folder.name]


def test_a_holder_that_does_not_let_go_is_not_waited_for_for_ever(
    starter: Checkpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    monkeypatch.setattr(converted, "LOCK_SECONDS", 0.1)
    (tmp_path / "ct2" / ".making-theirs").mkdir(parents=True)
    with FileLock(tmp_path / "ct2.lock"):
        folder = converted_folder(starter, MarianVocabulary(starter), "int8", tmp_path)
    assert is_whole(folder, tmp_path)
    assert (tmp_path / "ct2" / ".making-theirs").is_dir(), "it may still be at work"


def test_a_cache_that_cannot_be_written_is_said_so(starter: Checkpoint, tmp_path: Path) -> None:
    (tmp_path / "ct2").write_text("a file where a folder should be")
    with pytest.raises(ModelError) as caught:
        converted_folder(starter, MarianVocabulary(starter), "int8", tmp_path)
    assert caught.value.code == "model.not_converted"
