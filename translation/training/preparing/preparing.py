"""One preparation: from files of pairs and texts to the files that a training learns from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.errors import ExportError
from translation.system.atomic import write_atomically
from translation.system.cancel import CancelToken
from translation.training.pairs import Pair, read_pairs, read_texts
from translation.training.preparing.back_translating import Made, Models, back_translate
from translation.training.preparing.choosing import chosen
from translation.training.preparing.copying import copying_pairs
from translation.training.preparing.weighing import multiplied, weighed
from translation.training.process import prepare_process

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

PAIRS, MADE, DRAFTS = "pairs.tsv", "made.tsv", "back-translated.tsv"
TAG = "\ue0b7"
"""Stands before each machine-made source, so that the model can tell them apart: no text has it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be prepared.

    ``weights``: of the pairs of the first file, a number a line. ``factors`` by corpus.
    ``copying``: how many pairs that teach copying, each of ``copying_weight``. ``text``: in the
    target language, for ``models`` to translate back, at most ``most_texts`` of its sentences.
    """

    pairs: Sequence[Path]
    weights: Path | None = None
    factors: Mapping[str, float] = field(default_factory=dict)
    copying: int = 0
    copying_weight: float = 0.8
    text: Path | None = None
    most_texts: int = 1_000_000
    models: Models | None = None
    languages: tuple[str, str] = ("ar", "en")
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """How many pairs there are of each kind; ``translated`` texts gave the ``made`` ones."""

    pairs: int
    copying: int
    translated: int
    made: int


def prepare(
    order: Order,
    out: Path,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
) -> Prepared:
    """Write pairs.tsv and, where there is a text, made.tsv into a folder.

    What it holds of an earlier call is written over, but what was translated is not translated
    again. Raises InputError, UsageError, ModelError, ExportError, and Cancelled.
    """
    pairs = _weighed_pairs(order)
    arabic = order.languages == ("ar", "en")
    copying = copying_pairs(pairs, order.copying, order.copying_weight, arabic)
    texts = read_texts(order.text) if order.text is not None else []
    try:
        out.mkdir(parents=True, exist_ok=True)
        _write(out / PAIRS, [*pairs, *copying])
        translated: list[Made] = []
        if texts and order.models is not None:
            prepare_process()
            translated = back_translate(
                texts,
                out / DRAFTS,
                order.models,
                order.most_texts,
                order.threads,
                progress or (lambda _: None),
                cancel or CancelToken(),
            )
    except PermissionError as error:
        raise ExportError("no_permission", file=out) from error
    except OSError as error:
        raise ExportError("failed", file=out, detail=error.strerror or error) from error
    made = chosen(translated)
    if made:
        _write(out / MADE, [_tagged(pair) for pair in made])
    return Prepared(len(pairs), len(copying), len(translated), len(made))


def _weighed_pairs(order: Order) -> list[Pair]:
    first, *others = (read_pairs(file, order.languages) for file in order.pairs)
    if order.weights is not None:
        first = weighed(first, order.weights)
    return multiplied([*first, *(pair for more in others for pair in more)], order.factors)


def _tagged(made: Made) -> Pair:
    return Pair(f"{TAG} {made.source}", made.target, corpus="made")


def _write(file: Path, pairs: Sequence[Pair]) -> None:
    lines = (f"{p.corpus or 'pairs'}\t{p.weight:g}\t{p.source}\t{p.target}\n" for p in pairs)
    write_atomically(file, "".join(lines).encode())
