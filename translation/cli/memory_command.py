"""The commands memory and pretranslate."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from translation.cli.files import (
    check_output,
    chosen_pair,
    opened_input,
    write_output,
)
from translation.cli.output import say, tell
from translation.errors import Counted, UsageError, fill
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from translation.memory import Memories, MemoryFile
    from translation.memory.concordance import Hits
    from translation.model.language import LanguagePair
    from translation.model.memory_unit import Match

_TAKEN = Counted(
    "{file}: {count} unit is new to {memory}, {known} were there already.",
    "{file}: {count} units are new to {memory}, {known} were there already.",
)
_WRITTEN = Counted("{count} unit was written.", "{count} units were written.")
_FILLED = Counted("{count} segment of {all} was filled.", "{count} segments of {all} were filled.")


def import_files(args: argparse.Namespace) -> int:
    """Take files into a memory, which is made where there is none."""
    from translation.memory import MemoryFile
    from translation.work.memories import import_into

    path = args.memory or _own()
    memory = MemoryFile.at(path)
    try:
        for file in args.input:
            taken = import_into(memory, file, pair=chosen_pair(args), format_id=args.input_format)
            facts = {"file": file.name, "memory": memory.name, "known": str(taken.known)}
            tell(fill(_TAKEN, {**facts, "count": str(taken.added)}))
    finally:
        memory.close()
    return 0


def export_file(args: argparse.Namespace) -> int:
    """Write a memory as TMX."""
    from translation.work.memories import export_memory

    path = args.memory or _own()
    if os.path.exists(args.output) and os.path.exists(path) and args.output.samefile(path):
        raise UsageError("out_is_in", file=args.output)
    with _opened(path) as memory:
        count = export_memory(memory, args.output, pair=chosen_pair(args))
    tell(fill(_WRITTEN, {"count": str(count)}))
    return 0


def search(args: argparse.Namespace) -> int:
    """List what is like a sentence, or where words stand."""
    pair = chosen_pair(args) or ARABIC_TO_ENGLISH
    with _memories(args) as memories:
        rows = _hits(memories, args, pair) if args.words else _matches(memories, args, pair)
    if args.json:
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    elif rows:
        say("\n".join("\t".join(_line(value) for value in row.values()) for row in rows))
    return 0


def _matches(
    memories: Memories, args: argparse.Namespace, pair: LanguagePair
) -> list[dict[str, object]]:
    from translation.memory import Asked

    found = memories.matches(Asked(args.text, pair), args.lowest, args.most)
    return [_match(match) for match in found]


def _match(match: Match) -> dict[str, object]:
    return {"percent": match.percent, **_texts(match.unit.source, match.target, match.memory)}


def _hits(
    memories: Memories, args: argparse.Namespace, pair: LanguagePair
) -> list[dict[str, object]]:
    from translation.memory.concordance import Wanted, look_up

    found: Hits = look_up(memories, Wanted(args.text, pair), args.most)
    return [_texts(hit.unit.source, hit.unit.target, hit.memory) for hit in found.hits]


def _texts(source: str, target: str, memory: str) -> dict[str, object]:
    return {"source": strip_codes(source), "target": strip_codes(target), "memory": memory}


def _line(value: object) -> str:
    return " ".join(str(value).split())


def stats(args: argparse.Namespace) -> int:
    """Say what memories hold, or count the matches of files by band."""
    if not args.input:
        with _memories(args) as memories:
            for one in memories.attached:
                say(f"{one.memory.name}\t{len(one.memory)}")
        return 0
    return _count(args)


def _count(args: argparse.Namespace) -> int:
    from translation.system.atomic import check_place, write_atomically
    from translation.work.match_counts import BANDS, count_matches, weighted
    from translation.work.match_tables import as_csv, as_page, as_text

    out: Path | None = args.output
    if out is not None:
        if out.suffix.lower() not in (".csv", ".html"):
            raise UsageError("no_counts_format", file=out)
        check_place(out)
    bands = weighted(args.weights) if args.weights else BANDS
    with _memories(args) as memories, opened_input(_as_input(args)) as opened:
        found = count_matches(opened.document, memories, bands)
        names = ", ".join(one.memory.name for one in memories.attached)
    if out is None:
        say(as_text(found))
    else:
        is_csv = out.suffix.lower() == ".csv"
        write_atomically(out, as_csv(found) if is_csv else as_page(found, names))
    return 0


def _as_input(args: argparse.Namespace) -> argparse.Namespace:
    """Return the arguments with those of an input that this command leaves at their usual."""
    for name in ("source", "target", "input_format", "encoding", "columns"):
        setattr(args, name, None)
    args.strict = False
    return args


def pretranslate(args: argparse.Namespace) -> int:
    """Fill what nobody translated from memories, draft the rest if asked to, and write it."""
    from translation.work.documents import is_project
    from translation.work.pretranslating import draft_of, matches_for, take_over

    check_output(args)
    with _memories(args) as memories, opened_input(args) as opened:
        document = opened.document
        found = matches_for(document, memories, args.threshold)
        drafts = [
            draft_of(match, document.segment(id_), number)
            for number, (id_, match) in enumerate(found.items(), document.drafts.next_id)
        ]
        document.drafts.add(drafts)
        if not is_project(args.output, args.format):  # there they are shown, and nobody's word yet
            take_over(document, drafts)
        if args.translate:
            from translation.cli.translate_command import draft_rest

            drafts += draft_rest(document, args)
        write_output(opened, args, drafts)
        facts = {"count": str(len(found)), "all": str(document.progress.segments)}
    tell(fill(_FILLED, facts))
    return 0


def _own() -> Path:
    from translation.system.preferences import own_memory

    return own_memory()


@contextmanager
def _opened(path: Path) -> Iterator[MemoryFile]:
    from translation.memory import MemoryFile

    memory = MemoryFile(path)
    try:
        yield memory
    finally:
        memory.close()


@contextmanager
def _memories(args: argparse.Namespace) -> Iterator[Memories]:
    """Open the memories that were named, the first with the largest priority."""
    from translation.memory import Attached, Memories

    paths = args.memory or [_own()]
    with ExitStack() as stack:
        opened = [stack.enter_context(_opened(path)) for path in paths]
        yield Memories([Attached(one, -place) for place, one in enumerate(opened)])
