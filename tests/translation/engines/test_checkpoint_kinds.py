"""Checkpoints of several languages, in shards, as .bin; and what is wrong with their weights."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from tests.translation.engines.tiny_models import as_pytorch_bin, make_checkpoint
from translation.cli.main import run
from translation.engines.checkpoint import read_checkpoint
from translation.engines.install import install
from translation.engines.languages import covers, pick_code
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.marian_torch import MarianTorch
from translation.engines.model_info import model_info
from translation.engines.tokenizer import MarianVocabulary
from translation.engines.weights import read_weights
from translation.errors import ModelError
from translation.model.language import LanguagePair
from translation.model.ports import DecodingOptions
from translation.system import preferences
from translation.work.drafting import speaks

ARABIC = ("acm", "acq", "afb", "ajp", "apc", "apc_Latn", "ara", "ara_Latn", "arq", "ary", "arz")
ROMANCE = ("fr_FR", "fr_BE", "fr", "fr_CA", "es", "es_AR", "pt", "pt_br", "it", "ro")


@pytest.mark.parametrize(
    ("codes", "language", "code"),
    [
        (ARABIC, "ar", "ara"), (ARABIC, "ar-JO", "ara"), (ARABIC, "arz", "arz"),
        (("apc", "arz"), "ar", "arz"), (("ar",), "ar-KW", "ar"),
        (ROMANCE, "fr", "fr"), (ROMANCE, "fr-CA", "fr_CA"), (ROMANCE, "fr-CH", "fr"),
        (ROMANCE, "pt-BR", "pt_br"), (ROMANCE, "pt-PT", "pt"), (ROMANCE, "de", None),
        (("por", "fra"), "pt-BR", "por"), (("pt_br", "pt_pt"), "pt", "pt_br"),
        (("cmn_Hans", "cmn_Hant", "yue"), "zh", "cmn_Hans"),
        (("cmn_Hant", "zho"), "zh-TW", "cmn_Hant"),
        (("cmn_Hans", "cmn_Hant"), "zh-Hant", "cmn_Hant"), (("zh_cn", "zh_tw"), "zh-TW", "zh_tw"),
        (("cmn", "yue", "yue_Hant"), "yue", "yue"), (("cmn_Hans", "cmn"), "zh-CN", "cmn_Hans"),
        (("nob", "nno", "nor"), "no", "nor"), (("nno", "nob"), "no", "nob"),
        (("nob", "nno"), "nn", "nno"), (("nb", "nn"), "no", "nb"),
        (("srp_Latn", "srp_Cyrl", "hrv"), "sr", "srp_Cyrl"),
        (("srp_Latn", "srp_Cyrl", "hrv"), "sr-Latn", "srp_Latn"), (("hbs", "slv"), "hr", "hbs"),
        (("uzb_Cyrl", "uzb_Latn"), "uz", "uzb_Latn"), (("kaz_Latn", "kaz_Cyrl"), "kk", "kaz_Cyrl"),
        (("prs", "pes_Latn", "pes"), "fa", "pes"), (("ind", "zsm_Latn"), "ms", "zsm_Latn"),
        (("tgl_Latn",), "fil", "tgl_Latn"), (("lvs", "ltg"), "lv", "lvs"),
        (("ekk", "fin"), "et", "ekk"),
        (("als", "aln"), "sq", "als"), (("deu",), "de-AT", "deu"), (("ger",), "de", "ger"),
        (("fra",), "ar", None), ((), "ar", None),
    ],
)  # fmt: skip
def test_which_code_a_language_is_asked_for_by(codes, language: str, code: str | None) -> None:
    assert pick_code(codes, language) == code
    assert pick_code(codes[::-1], language) == code


def test_groups_of_languages() -> None:
    for group, inside, outside in (
        ("ROMANCE", "fr-CA", "de"), ("roa", "pt", "en"), ("gmq", "nb", "de"), ("sla", "ru", "ar"),
        ("mul", "xx", None), ("ara", "ar-JO", "fa"), ("cmn", "zh", "ja"), ("eng", "en-GB", "ar"),
    ):  # fmt: skip
        assert covers(group, inside)
        assert outside is None or not covers(group, outside)


@pytest.fixture(scope="module")
def romance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_checkpoint(tmp_path_factory.mktemp("m") / "en-romance", ROMANCE)


TEXTS = ["the minister arrived in the city today", "work begins soon"]
QUICK = DecodingOptions(beam_size=2, max_length=12)


def test_a_model_of_several_languages_is_asked_for_each(romance: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    from transformers import MarianTokenizer

    checkpoint = read_checkpoint(romance)
    ours = MarianVocabulary(checkpoint)
    with pytest.warns(UserWarning, match="sacremoses"):
        theirs = MarianTokenizer.from_pretrained(romance)
    fast, exact = (
        MarianCt2(checkpoint, tmp_path, compute_type="float32"),
        MarianTorch(checkpoint, tmp_path),
    )
    said = {}
    for language, code in (("fr", "fr"), ("pt-BR", "pt_br"), ("es", "es")):
        ids = [
            [ours.source_ids[p] for p in pieces] for pieces in ours.source_pieces(TEXTS, language)
        ]
        assert ids == theirs([f">>{code}<< {text}" for text in TEXTS])["input_ids"]
        options = replace(QUICK, target_language=language)
        said[language] = [h.text for h in fast.translate(TEXTS, options)]
        assert said[language] == [h.text for h in exact.translate(TEXTS, options)]
    assert said["fr"] != said["es"]
    fast.close()


def test_the_first_dialect_is_not_the_language(tmp_path: Path, capsys) -> None:
    folder = make_checkpoint(tmp_path / "en-ar", ARABIC, target="ar")
    vocabulary = MarianVocabulary(read_checkpoint(folder))
    assert vocabulary.source_pieces(["work"])[0][0] == ">>ara<<"
    assert vocabulary.source_pieces(["work"], "arz")[0][0] == ">>arz<<"
    info = model_info("ct2", read_checkpoint(folder), tmp_path)
    assert speaks(info, LanguagePair("en-GB", "ar-KW"))
    assert not speaks(info, LanguagePair("en", "fr"))
    assert run(["models", "info", str(folder)]) == 0
    assert "  ar             by >>ara<<\n" in capsys.readouterr().out


def test_the_command_line_asks_for_the_pair_of_the_file_and_says_by_which_code(
    romance: Path, tmp_path: Path, capsys
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The minister arrived in the city today.\n", encoding="utf-8")
    drafts = {}
    for target in ("fr", "es", "pt-BR"):
        out = tmp_path / f"{target}.jsonl"
        command = ["translate", str(article), "-o", str(out), "--from", "en", "--to", target]
        assert run([*command, "--model", str(romance)]) == 0
        code = pick_code(ROMANCE, target)
        assert f"{target} is asked for by >>{code}<<" in capsys.readouterr().err
        drafts[target] = json.loads(out.read_text(encoding="utf-8"))["draft"]
    assert len({*drafts.values()}) == 3
    command = ["translate", str(article), "-o", str(tmp_path / "x.jsonl"), "--from", "en", "--to"]
    assert run([*command, "de", "--model", str(romance)]) == 3
    assert "not en → de" in capsys.readouterr().err


def in_shards(folder: Path) -> Path:
    made = make_checkpoint(folder, shard_size="40KB")
    assert len([*made.glob("model-*.safetensors")]) > 2
    return made


def test_shards_are_one_model(tmp_path: Path) -> None:
    whole = read_checkpoint(make_checkpoint(tmp_path / "whole"))
    cut = read_checkpoint(in_shards(tmp_path / "cut"))
    first, second = read_weights(whole), read_weights(cut)
    assert first.keys() == second.keys()
    assert all((first[name] == second[name]).all() for name in first)
    assert install(str(cut.folder), accept_licence=False) == "cut"
    there = preferences.models_folder() / "cut"
    assert {path.name for path in cut.folder.glob("model*")} <= {p.name for p in there.iterdir()}
    engine = MarianCt2(read_checkpoint(there), tmp_path / "cache")
    assert len(engine.translate(TEXTS, QUICK)) == 2
    engine.close()


def test_a_bin_is_read_before_it_is_called_installed(tmp_path: Path) -> None:
    folder = as_pytorch_bin(make_checkpoint(tmp_path / "bin"))
    assert install(str(folder), accept_licence=False) == "bin"
    spoilt = as_pytorch_bin(make_checkpoint(tmp_path / "spoilt"))
    weights = spoilt / "pytorch_model.bin"
    for data in (
        weights.read_bytes()[:-2000],
        pickle.dumps({"a": print}),
        b"PK\x03\x04garbage",
        b"",
    ):
        weights.write_bytes(data)
        with pytest.raises(ModelError) as caught:
            install(str(spoilt), accept_licence=False)
        assert caught.value.code == "model.bad_file"
    assert [path.name for path in preferences.models_folder().iterdir()] == ["bin"]


Weights = dict[str, np.ndarray]


def changed(name: str, value: Callable[[np.ndarray], np.ndarray]) -> Callable[[Weights], None]:
    return lambda weights: weights.__setitem__(name, value(weights[name]))


def with_nan(values: np.ndarray) -> np.ndarray:
    values = values.copy()
    values.flat[3] = np.nan
    return values


FC1, SHARED = "model.encoder.layers.1.fc1.weight", "model.shared.weight"
SPOILT: dict[str, tuple[Callable[[Weights], object], str]] = {
    "not a number": (changed(FC1, with_nan), "no numbers"),
    "infinite": (changed(SHARED, lambda v: v + np.float32(np.inf)), "no numbers"),
    "infinite in half precision": (
        changed(FC1, lambda v: (v.astype(np.float16) + np.float16(np.inf))), "no numbers",
    ),
    "another shape": (changed(FC1, lambda v: v[:-1].copy()), "has the shape [47, 32]"),
    "turned": (changed(FC1, lambda v: v.T.copy()), "has the shape [32, 48]"),
    "a flat bias": (changed("final_logits_bias", lambda v: v[0].copy()), "has the shape"),
    "short vocabulary": (changed(SHARED, lambda v: v[:-5].copy()), "has the shape"),
    "a weight gone": (lambda w: w.pop(FC1), f"it lacks {FC1}"),
    "embeddings gone": (lambda w: w.pop(SHARED), "it lacks the embeddings"),
    "a layer gone": (
        lambda w: [w.pop(name) for name in [*w] if "decoder.layers.1." in name],
        "1 decoder layers, config.json says 2",
    ),
    "a layer more": (
        lambda w: w.update({n.replace("layers.1", "layers.2"): v for n, v in [*w.items()]}),
        "3 encoder layers, config.json says 2",
    ),
    "other weights": (
        lambda w: [w.__setitem__(f"bert.{name}", w.pop(name)) for name in [*w]],
        "no MarianMT weights",
    ),
    "whole numbers": (changed(FC1, lambda v: v.astype(np.int32)), "is of type I32"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["safetensors", "bin", "shards"])
@pytest.mark.parametrize("name", SPOILT)
def test_weights_that_do_not_fit_are_named_at_install_and_at_use(
    name: str, kind: str, tmp_path: Path
) -> None:
    import torch

    spoil, said = SPOILT[name]
    folder = in_shards(tmp_path / "m") if kind == "shards" else make_checkpoint(tmp_path / "m")
    weights = read_weights(read_checkpoint(folder))
    spoil(weights)
    if kind == "bin":
        torch.save(
            {n: torch.from_numpy(v.copy()) for n, v in weights.items()},
            folder / "pytorch_model.bin",
        )
        (folder / "model.safetensors").unlink()
        if name == "whole numbers":
            return  # torch makes numbers with a point of them
    elif kind == "shards":
        for path in folder.glob("model-*.safetensors"):
            names = load_file(path).keys()
            save_file({n: weights[n] for n in names if n in weights}, path)
        if name in ("a layer more", "other weights"):
            save_file({n: v.copy() for n, v in weights.items()}, path)
        if name in ("a weight gone", "embeddings gone", "a layer gone", "other weights"):
            said = "no file of weights has" if name != "other weights" else "no "
    else:
        save_file({n: v.copy() for n, v in weights.items()}, folder / "model.safetensors")
    with pytest.raises(ModelError) as caught:
        install(str(folder), accept_licence=False)
    assert caught.value.code == "model.bad_file"
    assert said in str(caught.value)
    assert not preferences.models_folder().exists()
    with pytest.raises(ModelError) as caught:
        MarianCt2(read_checkpoint(folder), tmp_path / "cache")
    assert said in str(caught.value)


INDEX = "model.safetensors.index.json"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda index: index.pop("weight_map"), "no weight_map"),
        (lambda index: index.update(weight_map={}), "no weight_map"),
        (lambda index: index.update(weight_map=[1]), "no weight_map"),
        (lambda index: index["weight_map"].update(a="../../etc/passwd"), "as a file of weights"),
        (lambda index: index["weight_map"].update(a="/etc/x.safetensors"), "as a file of weights"),
        (lambda index: index["weight_map"].update(a="x.bin"), "as a file of weights"),
        (lambda index: index["weight_map"].update(a=7), "as a file of weights"),
        (
            lambda index: index["weight_map"].update(a="gone.safetensors"),
            "gone.safetensors is missing",
        ),
        (
            lambda index: index["weight_map"].update(a=next(iter(index["weight_map"].values()))),
            "no file of weights has a",
        ),
    ],
)
def test_an_index_that_does_not_fit_is_refused(change, said: str, tmp_path: Path) -> None:
    folder = in_shards(tmp_path / "m")
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    change(index)
    (folder / INDEX).write_text(json.dumps(index), encoding="utf-8")
    with pytest.raises(ModelError, match="m ") as caught:
        install(str(folder), accept_licence=False)
    assert said in str(caught.value)


@pytest.mark.parametrize("damage", ["cut", "empty", "gone", "text"])
def test_a_shard_that_is_not_whole_is_named(damage: str, tmp_path: Path) -> None:
    folder = in_shards(tmp_path / "m")
    shard = sorted(folder.glob("model-*.safetensors"))[1]
    if damage == "gone":
        shard.unlink()
    else:
        shard.write_bytes(
            {"cut": shard.read_bytes()[:-100], "empty": b"", "text": b"<html>" * 9}[damage]
        )
    with pytest.raises(ModelError) as caught:
        install(str(folder), accept_licence=False)
    assert shard.name in str(caught.value)


@pytest.mark.parametrize("extra", [-1, +1, +300])
def test_a_vocabulary_of_another_size_is_refused(extra: int, tmp_path: Path) -> None:
    folder = make_checkpoint(tmp_path / "m")
    ids = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
    tokens = [*ids, *(f"more{n}" for n in range(extra))] if extra > 0 else [*ids][:extra]
    spoilt = {token: number for number, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(spoilt), encoding="utf-8")
    with pytest.raises(ModelError, match=r"vocab\.json"):
        install(str(folder), accept_licence=False)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config |= {"vocab_size": len(spoilt), "decoder_vocab_size": len(spoilt)}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(ModelError, match=r"shape|lacks"):
        install(str(folder), accept_licence=False)
