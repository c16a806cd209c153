"""Texts to tokens and back, as transformers' MarianTokenizer does, without transformers.

The differences are meant: a text that happens to spell a special token ("</s>") or a language
code (">>fr<<") is text here, not a command. MarianTokenizer's punctuation normaliser is not
used: it is off there too unless sacremoses is installed, and the published scores were
computed on SentencePiece's own normalisation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.engines.checkpoint import read_json
from translation.engines.languages import pick_code
from translation.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.engines.checkpoint import Checkpoint

MAX_SPM_BYTES = 256 << 20
WORD_START = "\u2581"
LEAST_KNOWN_PIECES = 0.1
"""A SentencePiece model with a smaller share of its pieces in the vocabulary is another model's."""


class MarianVocabulary:
    """Both SentencePiece models and the vocabulary of a checkpoint.

    Tokens are pieces (strings) for CTranslate2 and numbers for transformers. Raises ModelError
    where the files are damaged or do not fit the network.
    """

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.eos = checkpoint.tokens.eos
        self.unk = checkpoint.tokens.unk
        self.pad = checkpoint.tokens.pad
        shape = checkpoint.shape
        self.source_ids = _vocabulary(checkpoint, "vocab.json", shape.vocab_size)
        self.target_ids = (
            _vocabulary(checkpoint, "target_vocab.json", shape.decoder_vocab_size)
            if checkpoint.tokens.separate_vocabs
            else self.source_ids
        )
        self._source_spm = _load_spm(checkpoint, "source.spm", self.source_ids)
        self._target_spm = _load_spm(checkpoint, "target.spm", self.target_ids)
        self._target_codes = codes_among(self.source_ids)
        self._usual_target = (
            checkpoint.record.get("target_language") or checkpoint.tokens.target_code
        )
        self._special = {self.eos, self.unk, self.pad}

    def source_pieces(self, texts: Sequence[str], target: str = "") -> list[list[str]]:
        """Return the tokens of each source, language code first, end mark last.

        ``target`` is the language asked for (a BCP 47 tag), empty for the model's usual one.
        """
        prefix = self._language_prefix(target)
        pieces = self._source_spm.encode([encodable(text) for text in texts], out_type=str)
        known, unk, ending = self.source_ids, self.unk, [self.eos]
        return [
            prefix + [piece if piece in known else unk for piece in text] + ending
            for text in pieces
        ]

    def target_pieces(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the tokens of each target, without an end mark."""
        pieces = self._target_spm.encode([encodable(text) for text in texts], out_type=str)
        known, unk = self.target_ids, self.unk
        return [[piece if piece in known else unk for piece in text] for text in pieces]

    def target_places(self, text: str) -> list[tuple[int, int]]:
        """Return where each of ``target_pieces`` of a text starts and ends in it, in characters.

        A piece that begins a word has the blank before it, too.
        """
        pieces = self._target_spm.encode(encodable(text), return_type="offset_mapping")
        return [(start, end) for start, end in pieces["offsets"]]

    def target_text(self, pieces: Sequence[str]) -> str:
        """Return the text of target tokens, special ones left out."""
        kept = [piece for piece in pieces if piece not in self._special]
        text: str = self._target_spm.decode_pieces(kept)
        return text.replace(WORD_START, " ").strip()

    def _language_prefix(self, target: str) -> list[str]:
        """Return the token that tells a multilingual model its target language, if it is one."""
        if not self._target_codes:
            return []
        picked = (pick_code(self._target_codes, code) for code in (target, self._usual_target))
        return [f">>{next(filter(None, picked), self._target_codes[0])}<<"]


def codes_among(tokens: Iterable[str]) -> tuple[str, ...]:
    """Return the language codes that are tokens of a vocabulary: ``fra`` of ``>>fra<<``."""
    return tuple(token[2:-2] for token in tokens if token[:2] == ">>" and token[-2:] == "<<")


def encodable(text: str) -> str:
    """Return the text with halves of characters, which UTF-8 cannot hold, replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def ordered_tokens(ids: dict[str, int]) -> list[str]:
    """Return the tokens of a vocabulary in the order of their numbers."""
    return sorted(ids, key=ids.__getitem__)


def _vocabulary(checkpoint: Checkpoint, file: str, size: int) -> dict[str, int]:
    ids: dict[str, Any] = read_json(checkpoint.folder / file, checkpoint.name)
    tokens = checkpoint.tokens

    def refuse(detail: str) -> ModelError:
        return ModelError("bad_file", model=checkpoint.name, file=file, detail=detail)

    if any(type(number) is not int for number in ids.values()):
        raise refuse("its values are not numbers")
    if sorted(ids.values()) != list(range(len(ids))):
        raise refuse("its numbers are not 0, 1, 2 …")
    if len(ids) != size:
        raise refuse(f"it holds {len(ids)} tokens, the network {size}")
    for needed in (tokens.eos, tokens.unk, tokens.pad):
        if needed not in ids:
            raise refuse(f"it lacks {needed}")
    return ids


def _load_spm(checkpoint: Checkpoint, file: str, ids: dict[str, int]) -> Any:
    from sentencepiece import SentencePieceProcessor

    def refuse(detail: str) -> ModelError:
        return ModelError("bad_file", model=checkpoint.name, file=file, detail=detail)

    path = checkpoint.folder / file
    try:
        if path.stat().st_size > MAX_SPM_BYTES:
            raise refuse("too large")
        proto = path.read_bytes()
        spm = SentencePieceProcessor(model_proto=proto) if proto else None
    except (OSError, RuntimeError) as error:
        raise refuse("not a SentencePiece model") from error
    if spm is None or not (size := spm.get_piece_size()):
        raise refuse("it is empty")
    known = sum(spm.id_to_piece(number) in ids for number in range(size))
    if known < size * LEAST_KNOWN_PIECES:
        raise refuse("its pieces are not those of the vocabulary")
    return spm
