"""The arguments of every headless command."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from translation import __version__
from translation.cli.epilog import EPILOG
from translation.model.language import is_language_tag
from translation.system.preferences import CHOICES, allowed

COMMANDS = (
    "segment",
    "translate",
    "convert",
    "check",
    "score",
    "compare",
    "report",
    "mqm",
    "terms",
    "recover",
    "models",
)
"""Words that mean a headless command where a file name could stand."""

COMMAND_NAME = "muraji"
"""What the program is called where pip has installed it."""

if TYPE_CHECKING:
    from collections.abc import Callable

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


class OneLineParser(argparse.ArgumentParser):
    """A parser whose complaints are one line, as everything this program says is."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with 2."""
        sys.stderr.write(f"{self.prog}: {message} (see {self.prog} --help)\n")
        sys.exit(2)


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; each command's namespace has ``run``, the function to call."""
    name = _program_name()
    parser = OneLineParser(
        prog=name,
        usage=f"{name} [FILE]  or  {name} COMMAND …",
        description="Muraji: review machine translation side by side. FILE opens in the window.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Muraji {__version__}")
    commands = parser.add_subparsers(
        prog=name,
        metavar="COMMAND",
        required=True,
        parser_class=OneLineParser,
        help=argparse.SUPPRESS,
    )
    _segment(commands.add_parser("segment", help="list the segments of an article"))
    _translate(commands.add_parser("translate", help="draft an article and write it"))
    _convert(commands.add_parser("convert", help="write a file in another format"))
    _check(commands.add_parser("check", help="what the checks find in translations"))
    _score(commands.add_parser("score", help="score edits, and against a reference"))
    _compare(commands.add_parser("compare", help="compare draft sets of one document"))
    _report(commands.add_parser("report", help="write a report on a review"))
    _mqm(commands.add_parser("mqm", help="the marked errors, their score, and files of them"))
    _terms(commands.add_parser("terms", help="list termbases, or join and convert them"))
    _recover(commands.add_parser("recover", help="put what a damaged project holds into a new one"))
    _models(commands.add_parser("models", help="list, inspect, install, remove and train models"))
    return parser


def _program_name() -> str:
    """Return what the program was called by: ``main.py``, or the command that pip installs."""
    name = Path(sys.argv[0]).stem
    return name if name == COMMAND_NAME else "main.py"


def _input(parser: argparse.ArgumentParser, *, several: bool = False) -> None:
    if several:
        parser.add_argument("input", metavar="IN", type=Path, nargs="+")
    else:
        parser.add_argument("input", metavar="IN", type=Path)
    _languages(parser)
    parser.add_argument("--input-format", metavar="ID", help="format of IN, if not by its suffix")
    parser.add_argument("--encoding", metavar="NAME", help="text encoding of IN, if not guessed")
    parser.add_argument(
        "--strict", action="store_true", help="refuse IN where it breaks a rule of its format"
    )
    parser.add_argument(
        "--columns",
        metavar="source=A,target=B",
        help="columns of a table, by heading or number, if not by their headings; also id=, "
        "comment=, reference=, heading=ROW (0: none), sheet=NAME",
    )


def _languages(parser: argparse.ArgumentParser) -> None:
    for option, side, example in (("--from", "source", "ar"), ("--to", "target", "en")):
        help_text = f"{side} language, e.g. {example}"
        parser.add_argument(option, dest=side, metavar="LANG", type=_language, help=help_text)


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--format", metavar="ID", help="format of OUT, if not by its suffix")


def _model_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME|DIR", help="installed model or its folder")
    parser.add_argument("--engine", choices=CHOICES["engine"], help="CTranslate2 or PyTorch")
    parser.add_argument("--beam-size", metavar="N", type=_setting("beam_size"))
    parser.add_argument("--threads", metavar="N", type=_setting("threads"))


def _segment(parser: argparse.ArgumentParser) -> None:
    from translation.cli.commands import segment

    _input(parser)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=segment)


def _translate(parser: argparse.ArgumentParser) -> None:
    from translation.cli.translate_command import translate

    _input(parser, several=True)
    _output(parser)
    _model_choice(parser)
    parser.set_defaults(run=translate)


def _convert(parser: argparse.ArgumentParser) -> None:
    from translation.cli.commands import convert

    _input(parser, several=True)
    _output(parser)
    parser.set_defaults(run=convert)


def _check(parser: argparse.ArgumentParser) -> None:
    from translation.cli.check_command import check

    parser.description = (
        "What the checks find in bilingual files and projects: translations, and drafts where there"
        " is none. Leaves with 1 where errors stand. Each file is checked by itself. The spelling"
        " goes by the window's settings and the words added there; names of the text are right."
    )
    _input(parser, several=True)
    _profile(parser)
    parser.add_argument(
        "--no-spelling", action="store_true", help="words are not looked up in dictionaries"
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true")
    shown.add_argument("--html", action="store_true", help="a page, issues beside their texts")
    parser.set_defaults(run=check)


def _profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile",
        metavar="NAME|FILE",
        help="which checks are run: news, manuals, subtitles, web, one of your own, or a JSON file",
    )


def _score(parser: argparse.ArgumentParser) -> None:
    from translation.cli.score_command import score

    _input(parser)
    _reference(parser, required=False)
    parser.add_argument(
        "--significance",
        action="store_true",
        help="whether draft and reviewed text differ by more than chance, against the reference",
    )
    _resampling(parser)
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=score)


def _compare(parser: argparse.ArgumentParser) -> None:
    from translation.cli.compare_command import compare

    parser.description = (
        "Draft sets of one document: plain texts of a line a segment, or bilingual files and "
        "projects with drafts or targets. The first is what the others are compared with."
    )
    parser.add_argument("input", metavar="A", type=Path, nargs="+")
    _languages(parser)
    _reference(parser, required=True)
    _resampling(parser)
    parser.add_argument(
        "--examples",
        metavar="N",
        type=_count(0, 10_000),
        default=10,
        help="how many of the segments that differ most are shown (10)",
    )
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true")
    shown.add_argument("--html", action="store_true", help="a page, drafts side by side")
    parser.set_defaults(run=compare)


def _mqm(parser: argparse.ArgumentParser) -> None:
    from translation.cli.mqm_command import FORMS, mqm

    parser.description = (
        "The errors that people marked, as MQM counts them. Without a form the score is printed: "
        "points of penalty in a thousand words of the source."
    )
    _input(parser)
    forms = parser.add_mutually_exclusive_group()
    words = ("WMT's table, a row an error", "all that is known of them", "a campaign for Pearmut")
    for form, said in zip(FORMS, words, strict=True):
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=said)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path)
    parser.add_argument(
        "--import",
        dest="ratings",
        metavar="RATINGS",
        type=Path,
        action="append",
        default=[],
        help="take errors from a WMT table or this program's JSON; OUT is a project with them",
    )
    parser.add_argument("--typology", metavar="FILE", type=Path, help="if not the project's own")
    parser.add_argument("--system", metavar="NAME", help="what the translation is called in OUT")
    parser.set_defaults(run=mqm)


def _report(parser: argparse.ArgumentParser) -> None:
    from translation.cli.report_command import report
    from translation.reporting.words import Edition

    _input(parser)
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help=".html .pdf .json or .csv"
    )
    parser.add_argument(
        "--edition",
        choices=[edition.value for edition in Edition],
        default=Edition.ENGLISH.value,
        help="the language of the report (en)",
    )
    parser.add_argument("--effort", action="store_true", help="tell of effort that was counted")
    _profile(parser)
    _reference(parser, required=False)
    parser.set_defaults(run=report)


def _reference(parser: argparse.ArgumentParser, *, required: bool) -> None:
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


def _resampling(parser: argparse.ArgumentParser) -> None:
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
        type=_count(1, 100_000),
        default=0,
        help="resamples or trials (1000 and 10000)",
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=_count(0, 2**63 - 1),
        default=DEFAULT_SEED,
        help=f"({DEFAULT_SEED})",
    )


def _terms(parser: argparse.ArgumentParser) -> None:
    from translation.cli.terms_command import terms

    parser.description = "Termbases: .tbx .csv .tsv .xlsx (OUT also as --format tbx-dca, tbx-dct)."
    parser.add_argument("input", metavar="IN", type=Path, nargs="+")
    _languages(parser)
    parser.add_argument("--input-format", metavar="ID", help="format of IN, if not by its suffix")
    parser.add_argument("--encoding", metavar="NAME", help="text encoding of IN, if not guessed")
    parser.add_argument("-o", "--output", metavar="OUT", type=Path)
    parser.add_argument("--format", metavar="ID", help="format of OUT, if not by its suffix")
    parser.set_defaults(run=terms)


def _recover(parser: argparse.ArgumentParser) -> None:
    from translation.cli.recover_command import recover

    parser.add_argument("input", metavar="IN", type=Path, nargs="?")
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="else IN (recovered).muraji beside IN"
    )
    parser.add_argument("--list", action="store_true", help="the backups, of IN or of all projects")
    parser.set_defaults(run=recover)


def _models(parser: argparse.ArgumentParser) -> None:
    from translation.cli import model_commands
    from translation.training.command import add_train_arguments, run_train

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
    trainer = verbs.add_parser("train", help="train a small model on sentence pairs")
    add_train_arguments(trainer, _setting("threads"))
    trainer.set_defaults(run=run_train)


def _language(text: str) -> str:
    if not is_language_tag(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a language code such as ar or en-GB")
    return text


def _count(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number between two others."""

    def number(text: str) -> int:
        if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not a whole number from {least} to {most}")
        return int(text)

    return number


def _setting(name: str) -> Callable[[str], int]:
    """Return what reads a number that is a setting, too, and refuses it by the same limits."""

    def number(text: str) -> int:
        value = int(text) if _WHOLE.fullmatch(text) else None
        wanted = allowed(name, value)
        if value is None or wanted is not None:
            raise argparse.ArgumentTypeError(f"{text} is not {wanted}")
        return value

    return number
