"""Files into memories and out of them: where formats, documents and memories meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import InputError, TranslationMemoryError
from translation.formats.files import opened_file
from translation.memory.filling import Taken, take_in
from translation.memory.of_document import confirmed_units
from translation.model.ports import no_report
from translation.system.atomic import check_place, write_atomically
from translation.work.documents import open_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from translation.memory import MemoryFile, MemoryPort
    from translation.model.language import LanguagePair
    from translation.model.memory_unit import MemoryUnit
    from translation.model.ports import Report

TMX_SUFFIX = ".tmx"
_BYTES_A_UNIT = 400
"""About what a unit takes in a TMX file: for telling how far an import is."""
_REPORT_EVERY = 500


def import_into(
    memory: MemoryFile,
    path: Path,
    *,
    pair: LanguagePair | None = None,
    format_id: str | None = None,
    report: Report = no_report,
) -> Taken:
    """Take the units of a TMX file, or the confirmed segments of any other, into a memory.

    A TMX file may be of any size. Of one in many languages those of ``pair`` are taken, else the
    first two. Raises InputError, UsageError, ProjectError, TranslationMemoryError, and what
    ``report`` raises; what was taken until then stays in the memory.
    """
    if format_id == "tmx" or (format_id is None and path.suffix.lower() == TMX_SUFFIX):
        return _import_tmx(memory, path, pair, report)
    opened = open_document(path, pair=pair, format_id=format_id, report=report)
    if opened.project is not None:
        opened.project.close()
    return _taken(path, take_in(memory, confirmed_units(opened.document, ""), report))


def _import_tmx(memory: MemoryFile, path: Path, pair: LanguagePair | None, report: Report) -> Taken:
    from translation.formats.tmx.memory_read import languages_of, read_units

    with opened_file(path) as file:
        pair = pair or languages_of(file, path.name)
        if pair is None:
            raise InputError("no_pairs", file=path.name)
        about = path.stat().st_size // _BYTES_A_UNIT
        return _taken(path, take_in(memory, read_units(file, path.name, pair), report, about))


def _taken(path: Path, taken: Taken) -> Taken:
    if not taken.added and not taken.known:
        raise InputError("no_pairs", file=path.name)
    return taken


def export_memory(
    memory: MemoryPort,
    path: Path,
    *,
    pair: LanguagePair | None = None,
    report: Report = no_report,
) -> int:
    """Write a memory as TMX, whole or not at all; return how many units were written.

    With ``pair`` those of two languages alone. Raises ExportError, TranslationMemoryError, and
    what ``report`` raises.
    """
    from translation.formats.tmx.memory_write import written_units

    check_place(path)
    first = next(iter(_units(memory, pair)), None)
    if first is None:
        raise TranslationMemoryError("empty", file=memory.name)
    count = 0

    def counted() -> Iterator[MemoryUnit]:
        nonlocal count
        for unit in _units(memory, pair):
            if count % _REPORT_EVERY == 0:
                report(count, len(memory))
            count += 1
            yield unit

    write_atomically(path, written_units(counted(), first.pair.source))
    return count


def _units(memory: MemoryPort, pair: LanguagePair | None) -> Iterator[MemoryUnit]:
    for stored in memory:
        if pair is None or stored.unit.pair.matches(pair):
            yield stored.unit
