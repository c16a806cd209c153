"""The arguments of the commands that work with translation memories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from translation.cli.parsing import count

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Add = Callable[[argparse.ArgumentParser], None]


def add_memory_arguments(verbs: argparse._SubParsersAction[Any], languages: Add) -> None:
    """Add the verbs of ``memory``; ``languages`` adds --from and --to."""
    from translation.cli import memory_command

    importer = verbs.add_parser(
        "import", help="take TMX files of any size, or confirmed segments of other files, into one"
    )
    importer.add_argument("input", metavar="IN", type=Path, nargs="+")
    importer.add_argument("--input-format", metavar="ID", help="format of IN, if not by its suffix")
    _one_memory(importer)
    languages(importer)
    importer.set_defaults(run=memory_command.import_files)

    exporter = verbs.add_parser("export", help="write a memory as TMX 1.4")
    exporter.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    _one_memory(exporter)
    languages(exporter)
    exporter.set_defaults(run=memory_command.export_file)

    searcher = verbs.add_parser("search", help="what is like a sentence, or where words stand")
    searcher.description = (
        "Without --words TEXT is a sentence, and what is like it is listed with its percent. With"
        ' --words its words are looked up in both languages: "in quotes" as they follow one'
        " another, beginn* for all that begin so, Arabic words also with particles and pronouns."
    )
    searcher.add_argument("text", metavar="TEXT")
    searcher.add_argument("--words", action="store_true", help="look up words in both languages")
    searcher.add_argument("--lowest", metavar="N", type=count(1, 101), default=50, help="(50)")
    searcher.add_argument("--most", metavar="N", type=count(1, 10_000), default=20, help="(20)")
    searcher.add_argument("--json", action="store_true")
    _memories(searcher)
    languages(searcher)
    searcher.set_defaults(run=memory_command.search)

    counter = verbs.add_parser(
        "stats", help="what memories hold, or matches of files by band, as agencies bill by them"
    )
    counter.add_argument("input", metavar="IN", type=Path, nargs="*")
    counter.add_argument("-o", "--output", metavar="OUT", type=Path, help=".csv or .html")
    counter.add_argument(
        "--weights",
        metavar="A,B,…",
        help="percent that count of words of each band: 101 %%, 100 %%, repetitions, 95–99, 85–94,"
        " 75–84, 50–74, no match (0,10,10,30,50,70,100,100)",
    )
    _memories(counter)
    counter.set_defaults(run=memory_command.stats)


def add_pretranslate_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``pretranslate``, those of IN, OUT and the model aside."""
    from translation.cli.memory_command import pretranslate
    from translation.work.pretranslating import THRESHOLD

    parser.description = (
        "Fill what nobody translated with the best matches of memories, as translations that"
        " somebody has still to confirm; with --translate the model drafts the rest."
    )
    _memories(parser)
    parser.add_argument(
        "--threshold",
        metavar="N",
        type=count(1, 101),
        default=THRESHOLD,
        help=f"percent of a match that is taken ({THRESHOLD})",
    )
    parser.add_argument("--translate", action="store_true", help="draft the rest with the model")
    parser.set_defaults(run=pretranslate)


def _one_memory(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--memory", metavar="M", type=Path, help="if not the program's own")


def _memories(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--memory",
        metavar="M",
        type=Path,
        action="append",
        help="if not the program's own; several are asked together, the first before the others",
    )
