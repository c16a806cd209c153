"""The file types of the open and export dialogs, made from the table of formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT_NAMES: dict[str, str] = {
    "xliff": QT_TRANSLATE_NOOP("formats", "XLIFF 1.2"),
    "xliff2": QT_TRANSLATE_NOOP("formats", "XLIFF 2.0"),
    "tmx": QT_TRANSLATE_NOOP("formats", "Translation memory (TMX 1.4)"),
    "tsv": QT_TRANSLATE_NOOP("formats", "Table (TSV)"),
    "html": QT_TRANSLATE_NOOP("formats", "Side by side (HTML)"),
    "txt": QT_TRANSLATE_NOOP("formats", "Translated text"),
    "muraji": QT_TRANSLATE_NOOP("formats", "Muraji project"),
}
"""Names of the formats one can write, for people; other formats show their own."""

FORMAT_NOTES: dict[str, str] = {
    "xliff": QT_TRANSLATE_NOOP(
        "formats", "Everything but the history: for OmegaT, Poedit, Lokalize, Trados, memoQ"
    ),
    "xliff2": QT_TRANSLATE_NOOP("formats", "The same for programs that ask for XLIFF 2"),
    "tmx": QT_TRANSLATE_NOOP("formats", "Confirmed pairs only: for a translation memory"),
    "tsv": QT_TRANSLATE_NOOP("formats", "Source, draft, translation, state: for a spreadsheet"),
    "html": QT_TRANSLATE_NOOP("formats", "Both languages in two columns: to read and to print"),
    "txt": QT_TRANSLATE_NOOP("formats", "The article alone; unreviewed drafts fill the gaps"),
    "muraji": QT_TRANSLATE_NOOP("formats", "A copy of the whole project, with its history"),
}
"""What each format is good for."""

PROJECT_ID = "muraji"
PROJECT_SUFFIX = ".muraji"


@dataclass(frozen=True, slots=True)
class FileType:
    """A format one can write, as the export dialog shows it."""

    id: str
    name: str
    note: str
    suffixes: tuple[str, ...]


def writable() -> list[FileType]:
    """Return the formats one can export to, in the order of FORMAT_NAMES, others after."""
    from translation.formats import FORMATS

    suffixes = {spec.id: spec.suffixes for spec in FORMATS if spec.write is not None}
    names = {spec.id: spec.name for spec in FORMATS}
    suffixes[PROJECT_ID] = (PROJECT_SUFFIX,)
    known = [id_ for id_ in FORMAT_NAMES if id_ in suffixes]
    return [
        FileType(id_, _name(id_, names), _note(id_), suffixes[id_])
        for id_ in dict.fromkeys((*known, *suffixes))
    ]


def open_filters() -> str:
    """Return the filters of the open dialog: everything readable first, then each format."""
    from translation.formats import FORMATS

    readable = [(spec.name, spec.suffixes) for spec in FORMATS if spec.read is not None]
    readable.append((QCoreApplication.translate("formats", FORMAT_NAMES[PROJECT_ID]), (".muraji",)))
    every = [suffix for _name, suffixes in readable for suffix in suffixes]
    first = _filter(QCoreApplication.translate("formats", "Everything Muraji opens"), every)
    return ";;".join((first, *(_filter(name, suffixes) for name, suffixes in readable)))


def reference_filters() -> str:
    """Return the filters of the dialog that asks for a reference translation."""
    from translation.formats import FORMATS

    every = [suffix for spec in FORMATS if spec.read is not None for suffix in spec.suffixes]
    every.append(PROJECT_SUFFIX)
    name = QCoreApplication.translate("formats", "One line a segment, or a bilingual file")
    anything = QCoreApplication.translate("formats", "Any file")
    return ";;".join((_filter(name, every), _filter(anything, ("",))))


def _filter(name: str, suffixes: Iterable[str]) -> str:
    patterns = " ".join(f"*{suffix}" for suffix in dict.fromkeys(suffixes))
    return f"{name} ({patterns})"


def _name(format_id: str, names: dict[str, str]) -> str:
    if format_id in FORMAT_NAMES:
        return QCoreApplication.translate("formats", FORMAT_NAMES[format_id])
    return names[format_id]


def _note(format_id: str) -> str:
    note = FORMAT_NOTES.get(format_id, "")
    return QCoreApplication.translate("formats", note) if note else ""
