"""The vocabulary: two SentencePiece models and the one numbering that both sides share.

Ids: ``</s>`` 0, ``<unk>`` 1, then the target's pieces, then those that only the source has, and
``<pad>`` last. So everything a translation may hold stands in one row of the lowest ids, and
training need not compute the others as outputs.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

from translation.errors import ModelError, TrainingError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from translation.training.pairs import Pair
    from translation.training.recipe import Recipe

END, UNKNOWN = 0, 1
ENDING = "</s>"
"""The end mark as a piece."""
_FIRST_REAL = 3  # SentencePiece's own <unk>, <s> and </s> come before
_MOST_TEXT = 300_000  # sentences that SentencePiece looks at

_DROPPED = frozenset(
    code
    for first, last in (
        (0x610, 0x61A),  # Arabic marks above
        (0x640, 0x640),  # tatweel
        (0x64B, 0x65F),  # vowel marks
        (0x670, 0x670),  # superscript alef
        (0x6D6, 0x6ED),  # Koranic marks
        (0x200B, 0x200F),  # zero width and direction marks
        (0x202A, 0x202E),
        (0x2066, 0x2069),
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
_FOLDED = {
    **dict.fromkeys((0x622, 0x623, 0x625, 0x671), "\u0627"),  # alef
    **dict.fromkeys((0x649, 0x6CC), "\u064a"),  # yeh
    0x6A9: "\u0643",  # kaf
    **{first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
}


class Pieces:
    """The vocabulary of a model folder: texts to ids. Raises ModelError where a file is bad."""

    def __init__(self, folder: Path) -> None:
        import sentencepiece

        try:
            self.numbers: dict[str, int] = json.loads(
                (folder / "vocab.json").read_text(encoding="utf-8")
            )
            self._models = {
                side: sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{side}.spm"))
                for side in ("source", "target")
            }
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(
                "bad_file", model=folder.name, file="its vocabulary", detail=type(error).__name__
            ) from error

    @property
    def size(self) -> int:
        """How many ids there are."""
        return len(self.numbers)

    @property
    def pad(self) -> int:
        """The id that fills rows up and stands before the first piece of a translation."""
        return self.numbers["<pad>"]

    @property
    def outputs(self) -> int:
        """Ids below this one are all that a translation can hold."""
        model = self._models["target"]
        names = (model.id_to_piece(number) for number in range(_FIRST_REAL, model.get_piece_size()))
        return max((self.numbers.get(name, UNKNOWN) for name in names), default=UNKNOWN) + 1

    def encode(self, side: str, texts: Sequence[str]) -> list[list[int]]:
        """Return the ids of texts of one side ("source" or "target"), the end mark last."""
        model = self._models[side]
        of_piece = [
            self.numbers.get(model.id_to_piece(number), UNKNOWN)
            for number in range(model.get_piece_size())
        ]
        return [[*(of_piece[number] for number in row), END] for row in model.encode(list(texts))]


def make_pieces(pairs: Sequence[Pair], recipe: Recipe, folder: Path) -> None:
    """Learn the pieces of both sides and write source.spm, target.spm and vocab.json."""
    weights = [pair.weight for pair in pairs]
    rules = _normalisation_rules()
    _learn([pair.source for pair in pairs], weights, recipe.source_pieces, rules, folder / "source")
    _learn([pair.target for pair in pairs], weights, recipe.target_pieces, None, folder / "target")
    names = dict.fromkeys([ENDING, "<unk>"])
    for side in ("target", "source"):
        names.update(dict.fromkeys(_piece_names(folder / f"{side}.spm")))
    numbers = {name: number for number, name in enumerate([*names, "<pad>"])}
    text = json.dumps(numbers, ensure_ascii=False)
    (folder / "vocab.json").write_text(text, encoding="utf-8")


def _learn(
    texts: list[str], weights: list[float], size: int, rules: str | None, place: Path
) -> None:
    import io

    import sentencepiece

    normaliser: dict[str, Any] = {"normalization_rule_name": "nfkc"}
    rule_file = place.with_suffix(".rules.tsv")
    if rules is not None:
        rule_file.write_text(rules, encoding="utf-8")
        normaliser = {"normalization_rule_tsv": str(rule_file)}
    model = io.BytesIO()
    try:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(_drawn(texts, weights)),
            model_writer=model,
            vocab_size=size,
            character_coverage=0.9998,
            hard_vocab_limit=False,
            unk_surface=" \u2047 ",
            input_sentence_size=_MOST_TEXT,
            shuffle_input_sentence=True,
            minloglevel=2,
            **normaliser,
        )
    except RuntimeError as error:
        raise TrainingError("no_vocabulary", detail=str(error)[-120:]) from error
    finally:
        rule_file.unlink(missing_ok=True)
    place.with_suffix(".spm").write_bytes(model.getvalue())


def _drawn(texts: list[str], weights: list[float]) -> list[str]:
    """Repeat each text by its weight; a fraction f is met by keeping every 1/f-th text."""
    drawn, due = [], 0.0
    for text, weight in zip(texts, weights, strict=True):
        due += weight
        drawn.extend([text] * int(due))
        due -= int(due)
    return drawn or texts


def _piece_names(file: Path) -> list[str]:
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(file))
    return [model.id_to_piece(number) for number in range(_FIRST_REAL, model.get_piece_size())]


def _normalisation_rules() -> str:
    """Return the source's normaliser as SentencePiece rules.

    NFKC, without vowel marks, tatweel and invisible controls, forms of alef, yeh and kaf folded,
    Latin digits. Harmless to languages without Arabic script.
    """
    rows = [f"{code:X}\t" for code in sorted(_DROPPED)]
    for code in range(0x80, 0x1FFFF):
        if 0xD800 <= code < 0xE000 or code in _DROPPED:
            continue
        plain = unicodedata.normalize("NFKC", chr(code))
        shown = "".join(_FOLDED.get(ord(c), c) for c in plain if ord(c) not in _DROPPED)
        if shown != chr(code) and len(shown) <= 18:
            rows.append(f"{code:X}\t" + " ".join(f"{ord(c):X}" for c in shown))
    return "\n".join(rows) + "\n"
