"""``main.py models prepare-pairs``: its arguments, and running it."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import UsageError
from translation.training.interrupting import interrupt_cancels
from translation.training.preparing.back_translating import Models
from translation.training.preparing.preparing import MADE, PAIRS, Order, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 1_000_000
_WHOLE = re.compile("[0-9]{1,9}")
_MOST_FACTOR = 1000.0


def add_prepare_arguments(parser: argparse.ArgumentParser, threads: Callable[[str], int]) -> None:
    """Give a parser the arguments of ``models prepare-pairs``."""
    parser.description = (
        f"Write what “models train” learns from into a folder: {PAIRS}, and {MADE} with what"
        " a model made of a text. Stopped with Ctrl+C, the same command goes on."
    )
    parser.add_argument(
        "--pairs",
        type=Path,
        action="append",
        required=True,
        metavar="FILE",
        help="sentence pairs, as “models train” takes them; may be given again",
    )
    parser.add_argument(
        "--weights",
        type=Path,
        metavar="FILE",
        help="how often an epoch draws each pair of the first file: a number a line, 0 for never",
    )
    parser.add_argument(
        "--factor",
        type=_factor,
        action="append",
        default=[],
        metavar="CORPUS=N",
        help="draw the pairs of this corpus N times as often; may be given again",
    )
    parser.add_argument(
        "--copying",
        type=_number,
        default=0,
        metavar="N",
        help="make N pairs that teach to carry over Latin words, numbers and addresses",
    )
    parser.add_argument(
        "--text",
        type=Path,
        metavar="FILE",
        help="sentences of the target language, a line each, to be translated back",
    )
    parser.add_argument(
        "--most-texts",
        type=_number,
        default=_MOST,
        metavar="N",
        help="translate back no more of them than this, drawn by chance",
    )
    parser.add_argument(
        "--back-model", type=Path, metavar="DIR", help="model that translates them back"
    )
    parser.add_argument(
        "--judge-model",
        type=Path,
        metavar="DIR",
        help="model from source to target, by whose log-probabilities the worst are left out",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--from", dest="source", default="ar", metavar="LANG")
    parser.add_argument("--to", dest="target", default="en", metavar="LANG")
    parser.add_argument("--threads", type=threads, default=0, metavar="N")


def run_prepare(args: argparse.Namespace) -> int:
    """Prepare and tell; return 0. Raises MurajiError, and Cancelled after Ctrl+C."""
    models = None
    if args.text is not None:
        if args.back_model is None or args.judge_model is None:
            raise UsageError("no_back_models")
        models = Models(args.back_model, args.judge_model)
    order = Order(
        args.pairs,
        weights=args.weights,
        factors=dict(args.factor),
        copying=args.copying,
        text=args.text,
        most_texts=args.most_texts,
        models=models,
        languages=(args.source, args.target),
        threads=args.threads,
    )
    with interrupt_cancels() as cancel:
        progress = _show if sys.stderr.isatty() else None
        done = prepare(order, args.output, progress=progress, cancel=cancel)
    print(f"{args.output / PAIRS}: {done.pairs} pairs and {done.copying} that teach copying")
    if done.made:
        print(f"{args.output / MADE}: {done.made} of {done.translated} texts translated back")
    return 0


def _factor(text: str) -> tuple[str, float]:
    corpus, _, number = text.rpartition("=")
    try:
        factor = float(number)
    except ValueError:
        factor = -1.0
    if not corpus or not 0 <= factor <= _MOST_FACTOR:
        raise argparse.ArgumentTypeError(f"“{text}” is no corpus and number such as un=2")
    return corpus, factor


def _number(text: str) -> int:
    if not _WHOLE.fullmatch(text) or int(text) > _MOST:
        raise argparse.ArgumentTypeError(f"{text} is no whole number up to {_MOST:,}")
    return int(text)


def _show(share: float) -> None:
    sys.stderr.write(f"\r{share:4.0%} translated back" + ("\n" if share >= 1 else ""))
    sys.stderr.flush()
