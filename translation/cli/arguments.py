"""The arguments of every headless command."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translation import __version__
from translation.cli.epilog import EPILOG
from translation.cli.memory_arguments import add_memory_arguments, add_pretranslate_arguments
from translation.cli.model_arguments import add_model_verbs
from translation.cli.parsing import OneLineParser, count, language_tag, setting
from translation.cli.score_arguments import add_reference, add_resampling
from translation.system.preferences import CHOICES

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
    "memory",
    "pretranslate",
    "models",
)
"""Words that mean a headless command where a file name could stand."""

COMMAND_NAME = "muraji"
"""What the program is called where pip has installed it."""


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
    memory = commands.add_parser("memory", help="import, export, search and count memories")
    verbs = memory.add_subparsers(metavar="VERB", required=True, parser_class=OneLineParser)
    add_memory_arguments(verbs, _languages)
    _pretranslate(commands.add_parser("pretranslate", help="fill files from memories"))
    add_model_verbs(
        commands.add_parser("models", help="list, inspect, install, remove and train models")
    )
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
        parser.add_argument(option, dest=side, metavar="LANG", type=language_tag, help=help_text)


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--format", metavar="ID", help="format of OUT, if not by its suffix")


def _model_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME|DIR", help="installed model or its folder")
    parser.add_argument("--engine", choices=CHOICES["engine"], help="CTranslate2 or PyTorch")
    parser.add_argument("--beam-size", metavar="N", type=setting("beam_size"))
    parser.add_argument("--threads", metavar="N", type=setting("threads"))


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


def _pretranslate(parser: argparse.ArgumentParser) -> None:
    _input(parser, several=True)
    _output(parser)
    _model_choice(parser)
    add_pretranslate_arguments(parser)


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
        "--terms",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="hold translations to a termbase (TBX, CSV, TSV, XLSX); may be given several times",
    )
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
    add_reference(parser, required=False)
    parser.add_argument(
        "--significance",
        action="store_true",
        help="whether draft and reviewed text differ by more than chance, against the reference",
    )
    add_resampling(parser)
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
    add_reference(parser, required=True)
    add_resampling(parser)
    parser.add_argument(
        "--examples",
        metavar="N",
        type=count(0, 10_000),
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
    add_reference(parser, required=False)
    parser.set_defaults(run=report)


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
