"""The file types of the open and export dialogs, made from the table of formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.formats import FormatSpec
    from translation.model.document import Document

PROJECT_ID = "muraji"
PROJECT_SUFFIX = ".muraji"
TRANSLATED, BILINGUAL, READING = "translated", "bilingual", "reading"

HEADINGS: dict[str, str] = {
    TRANSLATED: QT_TRANSLATE_NOOP("formats", "The translation"),
    BILINGUAL: QT_TRANSLATE_NOOP("formats", "Both languages, to go on working"),
    READING: QT_TRANSLATE_NOOP("formats", "Both languages, to read"),
}
"""What the formats are for, by translation.formats.Purpose, in the order they are offered."""

FORMAT_NAMES: dict[str, str] = {
    "docx": QT_TRANSLATE_NOOP("formats", "Word document (DOCX)"),
    "odt": QT_TRANSLATE_NOOP("formats", "OpenDocument text (ODT)"),
    "rtf": QT_TRANSLATE_NOOP("formats", "Rich text (RTF)"),
    "pptx": QT_TRANSLATE_NOOP("formats", "PowerPoint presentation (PPTX)"),
    "epub": QT_TRANSLATE_NOOP("formats", "Book (EPUB)"),
    "html": QT_TRANSLATE_NOOP("formats", "Web page (HTML)"),
    "md": QT_TRANSLATE_NOOP("formats", "Markdown"),
    "txt": QT_TRANSLATE_NOOP("formats", "Plain text (TXT)"),
    "pdf": QT_TRANSLATE_NOOP("formats", "PDF"),
    "srt": QT_TRANSLATE_NOOP("formats", "Subtitles (SRT)"),
    "vtt": QT_TRANSLATE_NOOP("formats", "Subtitles (WebVTT)"),
    "xliff": QT_TRANSLATE_NOOP("formats", "XLIFF 1.2"),
    "xliff2": QT_TRANSLATE_NOOP("formats", "XLIFF 2.0"),
    "docx-table": QT_TRANSLATE_NOOP("formats", "Table for Word (DOCX)"),
    "xlsx": QT_TRANSLATE_NOOP("formats", "Table for Excel (XLSX)"),
    "tmx": QT_TRANSLATE_NOOP("formats", "Translation memory (TMX 1.4)"),
    "tsv": QT_TRANSLATE_NOOP("formats", "Table (TSV)"),
    "csv": QT_TRANSLATE_NOOP("formats", "Table (CSV)"),
    "po": QT_TRANSLATE_NOOP("formats", "Gettext catalogue (PO)"),
    "jsonl": QT_TRANSLATE_NOOP("formats", "Training data (JSONL)"),
    PROJECT_ID: QT_TRANSLATE_NOOP("formats", "Muraji project"),
    "html-sides": QT_TRANSLATE_NOOP("formats", "Side by side (HTML)"),
    "html-changes": QT_TRANSLATE_NOOP("formats", "Side by side, with changes (HTML)"),
    "pdf-sides": QT_TRANSLATE_NOOP("formats", "Side by side (PDF)"),
    "pdf-changes": QT_TRANSLATE_NOOP("formats", "Side by side, with changes (PDF)"),
}
"""Names of the formats for people; other formats show their own."""

FORMAT_NOTES: dict[str, str] = {
    "docx": QT_TRANSLATE_NOOP("formats", "The translated article as a new document"),
    "odt": QT_TRANSLATE_NOOP("formats", "The translated article as a new document"),
    "pptx": QT_TRANSLATE_NOOP("formats", "The translated slides with their notes"),
    "epub": QT_TRANSLATE_NOOP("formats", "The translated book with its contents"),
    "html": QT_TRANSLATE_NOOP("formats", "The translated article as a page of its own"),
    "md": QT_TRANSLATE_NOOP("formats", "The translated article"),
    "txt": QT_TRANSLATE_NOOP("formats", "The article alone; unreviewed drafts fill the gaps"),
    "pdf": QT_TRANSLATE_NOOP("formats", "The translated article, to print or to pass on"),
    "srt": QT_TRANSLATE_NOOP("formats", "The translated subtitles with their times"),
    "vtt": QT_TRANSLATE_NOOP("formats", "The translated subtitles with their times"),
    "po": QT_TRANSLATE_NOOP("formats", "For Poedit, Lokalize and other catalogue editors"),
    "xliff": QT_TRANSLATE_NOOP(
        "formats", "Everything but the history: for OmegaT, Poedit, Lokalize, Trados, memoQ"
    ),
    "xliff2": QT_TRANSLATE_NOOP("formats", "The same for programs that ask for XLIFF 2"),
    "docx-table": QT_TRANSLATE_NOOP(
        "formats", "One row a segment: to send to a colleague, and to take back what they changed"
    ),
    "xlsx": QT_TRANSLATE_NOOP(
        "formats", "One row a segment: to send to a colleague, and to take back what they changed"
    ),
    "tmx": QT_TRANSLATE_NOOP("formats", "Confirmed pairs only: for a translation memory"),
    "tsv": QT_TRANSLATE_NOOP("formats", "Source, draft, translation, state, between tabs"),
    "csv": QT_TRANSLATE_NOOP("formats", "The same between commas; no cell becomes a formula"),
    "jsonl": QT_TRANSLATE_NOOP("formats", "One object a segment, with its draft: to train models"),
    PROJECT_ID: QT_TRANSLATE_NOOP("formats", "A copy of the whole project, with its history"),
    "html-sides": QT_TRANSLATE_NOOP("formats", "Both languages in two columns, for any browser"),
    "html-changes": QT_TRANSLATE_NOOP(
        "formats", "What was changed of the drafts is struck out and underlined"
    ),
    "pdf-sides": QT_TRANSLATE_NOOP("formats", "Both languages in two columns, to print"),
    "pdf-changes": QT_TRANSLATE_NOOP(
        "formats", "What was changed of the drafts is struck out and underlined"
    ),
}
"""What each format is good for."""

IN_PLACE_NOTE = QT_TRANSLATE_NOOP(
    "formats", "The file it came from, with the translation in its place"
)
IN_PLACE = frozenset("docx odt pptx epub html md txt srt vtt po xliff xliff2".split())
"""Formats whose own files are given back with the translation in them."""
TABLES = frozenset({"csv", "tsv", "xlsx"})
"""Formats of which the tables of others are."""

NAME_MARKS: dict[str, str] = {
    "xliff2": ".xliff2",
    "docx-table": ".table",
    "html-sides": ".sides",
    "html-changes": ".changes",
    "pdf-sides": ".sides",
    "pdf-changes": ".changes",
}
"""What tells names of formats apart that share a suffix: article.en.sides.html."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A format one can write, as the export dialog shows it.

    ``purpose`` is a key of HEADINGS; ``in_place`` says that the original is given back in it.
    """

    id: str
    name: str
    note: str
    suffixes: tuple[str, ...]
    purpose: str = BILINGUAL
    in_place: bool = False

    @property
    def ending(self) -> str:
        """What a name in this format ends with by default."""
        return f"{NAME_MARKS.get(self.id, '')}{self.suffixes[0]}"


def writable(document: Document) -> list[FileType]:
    """Return the formats the document can be exported to, by purpose, each in its own order."""
    from translation.formats import writable_formats

    own = {file.format for file in document.files}
    types = [
        _file_type(spec, own == {spec.id}, _is_foreign_table(document, spec.id))
        for spec in writable_formats(document)
    ]
    project = QCoreApplication.translate("formats", FORMAT_NAMES[PROJECT_ID])
    types.append(FileType(PROJECT_ID, project, _note(PROJECT_ID, False), (PROJECT_SUFFIX,)))
    purposes, order = list(HEADINGS), list(FORMAT_NAMES)
    return sorted(
        types,
        key=lambda type_: (
            purposes.index(type_.purpose),
            order.index(type_.id) if type_.id in order else len(order),
        ),
    )


def first_choice(types: Iterable[FileType]) -> str:
    """Return the id of the format that is most likely wanted: the document's own, else XLIFF."""
    return next((type_.id for type_ in types if type_.in_place), "xliff")


def open_filters() -> str:
    """Return the filters of the open dialog: everything readable first, then each format."""
    from translation.formats import FORMATS

    readable = [(_name(spec), spec.suffixes) for spec in FORMATS if spec.read is not None]
    readable.append((QCoreApplication.translate("formats", FORMAT_NAMES[PROJECT_ID]), (".muraji",)))
    every = [suffix for _name, suffixes in readable for suffix in suffixes]
    first = _filter(QCoreApplication.translate("formats", "Everything Muraji opens"), every)
    anything = _filter(QCoreApplication.translate("formats", "Any file"), ("",))
    return ";;".join((first, *(_filter(name, suffixes) for name, suffixes in readable), anything))


def return_filters() -> str:
    """Return the filter of the dialog that asks for a table that came back."""
    from translation.returning import READERS

    return _filter(QCoreApplication.translate("formats", "Tables of segments"), READERS)


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
    # What stands in brackets is the filter itself.
    return f"{name.replace('(', '– ').replace(')', '')} ({patterns})"


def _is_foreign_table(document: Document, format_id: str) -> bool:
    """Tell whether the document is a table of others in this format, to be given back."""
    from translation.formats.tables.rows_in_place import tables_of_others

    return format_id in TABLES and bool(tables_of_others(document, format_id))


def _file_type(spec: FormatSpec, is_own: bool, is_foreign: bool) -> FileType:
    in_place = is_foreign or (is_own and spec.id in IN_PLACE)
    note = _note(spec.id, in_place)
    return FileType(spec.id, _name(spec), note, spec.suffixes, spec.purpose.value, in_place)


def _name(spec: FormatSpec) -> str:
    if spec.id in FORMAT_NAMES:
        return QCoreApplication.translate("formats", FORMAT_NAMES[spec.id])
    return spec.name


def _note(format_id: str, in_place: bool) -> str:
    note = IN_PLACE_NOTE if in_place else FORMAT_NOTES.get(format_id, "")
    return QCoreApplication.translate("formats", note) if note else ""
