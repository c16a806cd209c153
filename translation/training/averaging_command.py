"""``main.py models average``: its arguments, and running it."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_average_arguments(parser: argparse.ArgumentParser) -> None:
    """Give a parser the arguments of ``models average``."""
    parser.description = (
        "Make a model of the mean of two models' weights, one trained on from the other: often"
        " better than either on texts of every kind."
    )
    parser.add_argument("first", type=Path, metavar="A")
    parser.add_argument("second", type=Path, metavar="B")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="DIR", help="folder for the model"
    )
    parser.add_argument(
        "--share",
        type=_share,
        default=0.5,
        metavar="N",
        help="how much of the mean is B, 0 to 1 (0.5)",
    )


def run_average(args: argparse.Namespace) -> int:
    """Average and tell; return 0. Raises MurajiError."""
    from translation.training.averaging import average

    average(args.first, args.second, args.output, args.share)
    print(f"{args.output}: {1 - args.share:g} of {args.first} and {args.share:g} of {args.second}")
    return 0


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 to 1")
    return share
