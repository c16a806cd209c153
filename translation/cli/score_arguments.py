"""Arguments of the commands that score: references, and tests of significance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from translation.cli.parsing import count

if TYPE_CHECKING:
    import argparse


def add_reference(parser: argparse.ArgumentParser, *, required: bool) -> None:
    """Give a parser the references that translations are compared with."""
    from translation.text.tokenisers import TOKENISERS

    parser.add_argument(
        "--reference",
        metavar="FILE",
        type=Path,
        action="append",
        required=required,
        help="an independent translation; several make nrefs:2 and more",
    )
    parser.add_argument(
        "--tokenize",
        metavar="NAME",
        help=f"sacrebleu's tokeniser for BLEU, if not the language's own: {', '.join(TOKENISERS)}",
    )
    parser.add_argument(
        "--comet",
        metavar="FOLDER",
        help="a checkpoint of COMET on this machine, which judges against the reference, too;"
        " - for that of the preferences",
    )
    parser.add_argument(
        "--comet-python",
        metavar="PYTHON",
        help="the Python in which unbabel-comet is installed, if not this one",
    )


def add_resampling(parser: argparse.ArgumentParser) -> None:
    """Give a parser the arguments of a test of significance."""
    from translation.scoring.significance import DEFAULT_SEED, Method

    parser.add_argument(
        "--test",
        choices=[method.value for method in Method],
        default=Method.BOOTSTRAP.value,
        help="paired bootstrap or approximate randomisation",
    )
    parser.add_argument(
        "--samples",
        metavar="N",
        type=count(1, 100_000),
        default=0,
        help="resamples or trials (1000 and 10000)",
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=count(0, 2**63 - 1),
        default=DEFAULT_SEED,
        help=f"({DEFAULT_SEED})",
    )
