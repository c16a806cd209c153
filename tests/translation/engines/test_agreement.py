"""Both engines in float32, equal settings: the same translations, the same probabilities."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.translation.engines.contract import EngineContract
from translation.engines.checkpoint import Checkpoint
from translation.engines.marian_ct2 import MarianCt2
from translation.engines.marian_torch import MarianTorch
from translation.engines.tokenizer import MarianVocabulary
from translation.model.ports import DecodingOptions, Engine, Hypothesis

pytestmark = [pytest.mark.model, pytest.mark.slow]

BATCH = 25
MAX_LENGTH = 64
"""Every token of transformers' generate costs; both engines stop at the same one."""

SENTENCES = (
    "افتتح الرئيس المؤتمر بكلمة قصيرة.",
    "ارتفعت أسعار النفط اليوم بعد قرار المنظمة.",
    "هل تعرف الطريق إلى المحطة؟",
    "تعمل الفرق على إصلاح الجسر، ولا يعرف أحد متى تنتهي الأعمال.",
    "درس الطلاب في المكتبة حتى المساء.",
    "قال المتحدث باسم الوزارة: لن نغير موقفنا.",
    "في 12 مارس 2021 وصلت أول شحنة من اللقاحات إلى البلاد.",
    "كان الجو باردا جدا في الجبال.",
    "يعيش معظم السكان على الزراعة وصيد السمك.",
    "وقع الطرفان اتفاقا للتعاون في مجال الطاقة الشمسية وتدريب المهندسين الشباب.",
)
REFERENCES = ("The president opened the conference.", "Oil prices rose today.", "Yes.")


@pytest.fixture(scope="module")
def reference(starter: Checkpoint, cache: Path) -> Iterator[MarianTorch]:
    engine = MarianTorch(starter, cache, threads=1)
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def exact(starter: Checkpoint, cache: Path) -> Iterator[MarianCt2]:
    engine = MarianCt2(starter, cache, compute_type="float32")
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    """200 real sentences with their human translations."""
    file = Path(__file__).resolve().parents[4] / "shared/data/parallel/flores-dev.ar-en.tsv"
    if not file.is_file():
        pytest.skip("the shared material is not beside the repository")
    with file.open(encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in itertools.islice(lines, 200)]
    return sorted(((source, target) for source, target in rows), key=lambda pair: len(pair[0]))


class TestMarianTorch(EngineContract):
    @pytest.fixture
    def engine(self, reference: MarianTorch) -> MarianTorch:
        return reference


def translated(engine: Engine, texts: Sequence[str], options: DecodingOptions) -> list[Hypothesis]:
    batches = (texts[at : at + BATCH] for at in range(0, len(texts), BATCH))
    return [found for batch in batches for found in engine.translate(batch, options)]


def assert_agree(
    ours: list[Hypothesis], theirs: list[Hypothesis], least: float, score_within: float = 1e-3
) -> None:
    same = [(a, b) for a, b in zip(ours, theirs, strict=True) if a.text == b.text]
    assert len(same) >= least * len(ours)
    assert all(abs(a.score - b.score) < score_within for a, b in same)


@pytest.mark.parametrize("beam_size", [1, 4])
@pytest.mark.parametrize("length_penalty", [0.6, 1.0])
def test_they_agree_on_our_own_sentences(
    exact: MarianCt2, reference: MarianTorch, beam_size: int, length_penalty: float
) -> None:
    options = DecodingOptions(beam_size, length_penalty, MAX_LENGTH)
    both = [translated(engine, SENTENCES, options) for engine in (exact, reference)]
    assert_agree(both[0], both[1], least=1.0)


@pytest.mark.parametrize("beam_size", [1, 4])
def test_they_stop_alike_when_there_is_no_more_room(
    exact: MarianCt2, reference: MarianTorch, beam_size: int
) -> None:
    options = DecodingOptions(beam_size, 1.0, max_length=5)
    both = [translated(engine, SENTENCES, options) for engine in (exact, reference)]
    assert_agree(both[0], both[1], least=1.0)


@pytest.mark.shared
@pytest.mark.parametrize(("beam_size", "least"), [(1, 0.99), (4, 0.95)])
def test_they_agree_on_200_real_sentences(
    exact: MarianCt2,
    reference: MarianTorch,
    pairs: list[tuple[str, str]],
    beam_size: int,
    least: float,
) -> None:
    options = DecodingOptions(beam_size, 1.0, MAX_LENGTH)
    sources = [source for source, _ in pairs]
    both = [translated(engine, sources, options) for engine in (exact, reference)]
    assert_agree(both[0], both[1], least)


@pytest.mark.shared
def test_they_give_200_given_targets_the_same_probability(
    exact: MarianCt2, reference: MarianTorch, pairs: list[tuple[str, str]]
) -> None:
    batches = [pairs[at : at + BATCH] for at in range(0, len(pairs), BATCH)]
    for batch in batches:
        sources, targets = zip(*batch, strict=True)
        ours, theirs = exact.score(sources, targets), reference.score(sources, targets)
        for a, b in zip(ours, theirs, strict=True):
            assert len(a) == len(b)
            assert max(abs(x - y) for x, y in zip(a, b, strict=True)) < 1e-3
            assert abs(sum(a) - sum(b)) < 1e-3


def test_transformers_itself_with_pad_left_in_gives_each_token_the_same(
    exact: MarianCt2, reference: MarianTorch
) -> None:
    """The reference engine takes <pad> out; the model as transformers runs it is as near."""
    vocabulary = exact._vocabulary
    sources = SENTENCES[: len(REFERENCES)]
    config = reference._model.config
    rows = [
        [vocabulary.target_ids[piece] for piece in pieces] + [config.eos_token_id]
        for pieces in vocabulary.target_pieces(REFERENCES)
    ]
    torch = reference._torch
    for source, row, ours in zip(sources, rows, exact.score(sources, REFERENCES), strict=True):
        tokens, mask = reference._source([source])
        start = torch.tensor([[config.decoder_start_token_id, *row[:-1]]])
        with torch.inference_mode():
            logits = reference._model(
                input_ids=tokens, attention_mask=mask, decoder_input_ids=start
            ).logits
        theirs = logits[0].log_softmax(-1).gather(-1, torch.tensor(row).unsqueeze(-1)).flatten()
        assert max(abs(a - b) for a, b in zip(ours, theirs.tolist(), strict=True)) < 1e-3


def test_tokens_are_those_of_transformers(starter: Checkpoint) -> None:
    from transformers import MarianTokenizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it recommends sacremoses, which must stay off
        theirs = MarianTokenizer.from_pretrained(starter.folder, local_files_only=True)
    ours = MarianVocabulary(starter)
    texts = [
        *SENTENCES,
        *REFERENCES,
        "",
        " ",
        "漢字 и ё",
        "1,5٪ – «نص»",
        "a\tb\nc  d",
        "\u0640\u064b",
    ]
    sources = [[ours.source_ids[piece] for piece in text] for text in ours.source_pieces(texts)]
    assert sources == theirs(texts)["input_ids"]
    targets = [[ours.target_ids[piece] for piece in text] for text in ours.target_pieces(texts)]
    numbers = theirs(text_target=texts)["input_ids"]
    assert [[*row, 0] for row in targets] == numbers
    read = [ours.target_text(pieces) for pieces in ours.target_pieces(texts)]
    assert read == theirs.batch_decode(numbers, skip_special_tokens=True)
