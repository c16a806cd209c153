"""``main.py models train``: its arguments, and running it."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from translation.training.interrupting import interrupt_cancels
from translation.training.pace import Plan
from translation.training.pairs import read_pairs
from translation.training.recipe import COUNTS, SHARES, Recipe
from translation.training.run import Progress, TrainingReport, train

if TYPE_CHECKING:
    from collections.abc import Callable


_MOST_MINUTES = 60 * 24 * 365
_MOST_PIECES = 10**12
_MOST = 10**7


def add_train_arguments(parser: argparse.ArgumentParser, threads: Callable[[str], int]) -> None:
    """Give a parser the arguments of ``models train``; ``threads`` reads a number of threads."""
    parser.description = (
        "Train a small MarianMT on sentence pairs. Stopped with Ctrl+C it saves first, and --resume"
        " goes on."
    )
    parser.add_argument(
        "--pairs",
        type=Path,
        required=True,
        metavar="FILE",
        help="TMX, or tab-separated lines: source and target, or corpus, weight, source and"
        " target; also packed (.tsv.xz)",
    )
    parser.add_argument(
        "--made-pairs",
        type=Path,
        metavar="FILE",
        help="machine-made pairs, in the same forms: half of what is learned from for three"
        " quarters of the plan",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="folder for the model"
    )
    plan = parser.add_mutually_exclusive_group(required=True)
    plan.add_argument(
        "--minutes",
        type=_minutes,
        metavar="N",
        help="time to train, that of earlier calls counted with --resume",
    )
    plan.add_argument(
        "--target-pieces",
        type=_pieces,
        metavar="N",
        help="pieces of the target to learn from instead of a time (3e6: three million): as much"
        " on a busy machine as on an idle one; earlier calls counted with --resume",
    )
    parser.add_argument("--resume", action="store_true", help="go on with the training in DIR")
    parser.add_argument(
        "--from-model",
        type=Path,
        metavar="DIR",
        help="start from this model's weights and vocabulary instead of from nothing",
    )
    parser.add_argument(
        "--recipe",
        type=_recipe_number,
        action="append",
        default=[],
        metavar="NAME=N",
        help=f"a number of the recipe; may be given again: {', '.join((*SHARES, *COUNTS))}",
    )
    parser.add_argument("--from", dest="source", default="ar", metavar="LANG")
    parser.add_argument("--to", dest="target", default="en", metavar="LANG")
    parser.add_argument("--threads", type=threads, default=0, metavar="N")
    parser.add_argument(
        "--test",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="pairs to score the finished model on (BLEU and chrF); may be given again",
    )


def run_train(args: argparse.Namespace) -> int:
    """Train and tell; return 0. Raises MurajiError, and Cancelled after Ctrl+C and saving."""
    languages = (args.source, args.target)
    tests = [(file.name, read_pairs(file, languages)) for file in args.test]
    with interrupt_cancels() as cancel:
        report = train(
            args.pairs,
            args.output,
            plan=_plan(args),
            resume=args.resume,
            from_checkpoint=args.from_model,
            made_pairs=args.made_pairs,
            recipe=replace(Recipe(), **dict(args.recipe)),
            languages=languages,
            threads=args.threads,
            progress=_show if sys.stderr.isatty() else None,
            cancel=cancel,
        )
    _tell(report)
    for name, pairs in tests:
        from translation.training.evaluation import score_model

        scores = score_model(report.model, pairs, target_language=args.target)
        print(
            f"{name}: {scores.pairs} pairs,"
            f" BLEU {scores.bleu:.1f} ({scores.bleu_signature}),"
            f" chrF {scores.chrf:.1f} ({scores.chrf_signature})"
        )
    return 0


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= _MOST_MINUTES:
        raise argparse.ArgumentTypeError(f"{text} is not a number of minutes")
    return minutes


def _pieces(text: str) -> int:
    try:
        pieces = float(text)
    except ValueError:
        pieces = 0.0
    if not 1 <= pieces <= _MOST_PIECES:
        raise argparse.ArgumentTypeError(f"{text} is not a number of pieces")
    return int(pieces)


def _recipe_number(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    if name in COUNTS and number.isascii() and number.isdecimal() and 1 <= int(number) <= _MOST:
        return name, int(number)
    try:
        share = float(number)
    except ValueError:
        share = -1.0
    if name in SHARES and 0 <= share <= 1:
        return name, share
    raise argparse.ArgumentTypeError(f"“{text}” is no number of the recipe")


def _plan(args: argparse.Namespace) -> Plan:
    if args.target_pieces is not None:
        return Plan(target_pieces=args.target_pieces)
    return Plan(seconds=60 * args.minutes)


def _show(progress: Progress) -> None:
    sys.stderr.write(
        f"\r{progress.share:4.0%}  step {progress.steps}  loss {progress.loss:.3f}"
        f"  {progress.target_pieces / 1e6:.2f} M target pieces   "
    )
    if progress.share >= 1:
        sys.stderr.write("\n")
    sys.stderr.flush()


def _tell(report: TrainingReport) -> None:
    held_out = (
        f", {report.held_out_loss:.3f} on pairs held out"
        if report.held_out_loss is not None
        else ""
    )
    print(
        f"{report.model}: {report.steps} steps over {report.pairs} pairs"
        f" ({report.left_out} too long) in {report.seconds / 60:.1f} minutes;"
        f" loss {report.loss:.3f}{held_out}"
    )
