"""The arguments of ``models`` and its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.cli.parsing import OneLineParser, setting

if TYPE_CHECKING:
    import argparse


def add_model_verbs(parser: argparse.ArgumentParser) -> None:
    """Give a parser the verbs of ``models``."""
    from translation.cli import model_commands
    from translation.training.averaging_command import add_average_arguments, run_average
    from translation.training.command import add_train_arguments, run_train
    from translation.training.preparing.command import add_prepare_arguments, run_prepare

    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=OneLineParser)
    verbs.add_parser("list", help="installed models and those on offer").set_defaults(
        run=model_commands.list_models
    )
    info = verbs.add_parser("info", help="what is known of a model")
    info.add_argument("model", metavar="NAME|DIR")
    info.set_defaults(run=model_commands.info)
    install = verbs.add_parser("install", help="fetch a model, or take one from a folder")
    install.add_argument("model", metavar="ID|DIR")
    install.add_argument(
        "--accept-licence", action="store_true", help="accept the licence without being asked"
    )
    install.set_defaults(run=model_commands.install)
    remove = verbs.add_parser("remove", help="remove an installed model")
    remove.add_argument("model", metavar="NAME")
    remove.set_defaults(run=model_commands.remove)
    threads = setting("threads")
    preparer = verbs.add_parser("prepare-pairs", help="make the files that a training learns from")
    add_prepare_arguments(preparer, threads)
    preparer.set_defaults(run=run_prepare)
    trainer = verbs.add_parser("train", help="train a small model on sentence pairs")
    add_train_arguments(trainer, threads)
    trainer.set_defaults(run=run_train)
    averager = verbs.add_parser("average", help="make a model of the mean of two models' weights")
    add_average_arguments(averager)
    averager.set_defaults(run=run_average)
