"""The file types of the open and export dialogs, made from the table of formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.model.originals import is_one
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.formats import FormatSpec
    from translation.model.document import Document
    from translation.model.originals import Original

CONTEXT = "formats"
"""The translation context of the words of formats."""

PROJECT_ID = "muraji"
PROJECT_SUFFIX = ".muraji"
TRANSLATED, BILINGUAL, READING = "translated", "bilingual", "reading"

HEADINGS: dict[str, str] = {
    TRANSLATED: QT_TRANSLATE_NOOP("formats", "The translation"),
    BILINGUAL: QT_TRANSLATE_NOOP("formats", "Both languages, to go on working"),
    READING: QT_TRANSLATE_NOOP("formats", "Both languages, to read"),
}
"""What the formats are for, by translation.formats.Purpose, in the order they are offered."""

PROJECT_WORDS = QT_TRANSLATE_NOOP("formats", "Muraji project")
PROJECT_NOTE = QT_TRANSLATE_NOOP("formats", "A copy of the whole project, with its history")
PROJECT_RANK = 500
"""The project is no format: it stands among those that go on being worked on, as the last."""

IN_PLACE_NOTE = QT_TRANSLATE_NOOP(
    "formats", "The file it came from, with the translation in its place"
)


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
    name_mark: str = ""
    rank: int = 0

    @property
    def ending(self) -> str:
        """What a name in this format ends with by default."""
        return f"{self.name_mark}{self.suffixes[0]}"


def writable(document: Document) -> list[FileType]:
    """Return the formats the document can be exported to, by purpose, each in its own order."""
    from translation.formats import writable_formats

    own = {file.format for file in document.files} if is_one(document) else set()
    types = [
        _file_type(spec, own == {spec.id}, _is_foreign_table(document, spec))
        for spec in writable_formats(document)
    ]
    words, note = _translated(PROJECT_WORDS), _translated(PROJECT_NOTE)
    types.append(FileType(PROJECT_ID, words, note, (PROJECT_SUFFIX,), rank=PROJECT_RANK))
    purposes = list(HEADINGS)
    return sorted(types, key=lambda type_: (purposes.index(type_.purpose), type_.rank))


def of_original(original: Original) -> FileType:
    """Return the format in which one file of several is given back: its own, else Word's."""
    from translation.formats import FORMATS

    specs = {spec.id: spec for spec in FORMATS if spec.write is not None}
    own = specs.get(original.format)
    return _file_type(own or specs["docx"], own is not None, False)


def of_any() -> list[FileType]:
    """Return the formats in which every file can be written, whatever it came in."""
    from translation.formats import FORMATS

    free = (spec for spec in FORMATS if spec.write is not None and not spec.needs_original)
    return [_file_type(spec, False, False) for spec in free]


OWN = "own"
"""Stands for the format of the document itself, whichever that is."""


def first_choice(types: Iterable[FileType], last: str = "", usual: str = "") -> str:
    """Return the id of the format that is most likely wanted.

    That is the one of the document's ``last`` export, else that of the last export of any
    (``OWN`` or an id), else the document's own, else XLIFF.
    """
    found = {type_.id: type_ for type_ in types}
    own = next((type_.id for type_ in found.values() if type_.in_place), "")
    wanted = (last, own if usual == OWN else usual, own)
    return next((id_ for id_ in wanted if id_ in found), "xliff")


def open_filters() -> str:
    """Return the filters of the open dialog: everything readable first, then each format."""
    return _filters([*_readable(), (_translated(PROJECT_WORDS), (PROJECT_SUFFIX,))])


def article_filters() -> str:
    """Return the filters of the dialog that asks for files to put into a project."""
    return _filters(_readable())


def _readable() -> list[tuple[str, tuple[str, ...]]]:
    from translation.formats import FORMATS

    return [(_name(spec), spec.suffixes) for spec in FORMATS if spec.read is not None]


def _filters(readable: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    every = [suffix for _name, suffixes in readable for suffix in suffixes]
    first = _filter(QCoreApplication.translate("formats", "Everything Muraji opens"), every)
    anything = _filter(QCoreApplication.translate("formats", "Any file"), ("",))
    return ";;".join((first, *(_filter(name, suffixes) for name, suffixes in readable), anything))


def return_filters() -> str:
    """Return the filter of the dialog that asks for a table that came back."""
    from translation.formats import FORMATS

    tables = [suffix for spec in FORMATS if spec.read_returned for suffix in spec.suffixes]
    return _filter(QCoreApplication.translate("formats", "Tables of segments"), tables)


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


def _is_foreign_table(document: Document, spec: FormatSpec) -> bool:
    """Tell whether the document is a table of others in this format, to be given back."""
    from translation.formats.tables.rows_in_place import tables_of_others

    return spec.has_columns and bool(tables_of_others(document, spec.id))


def _file_type(spec: FormatSpec, is_own: bool, is_foreign: bool) -> FileType:
    in_place = is_foreign or (is_own and spec.fills_original)
    return FileType(
        spec.id,
        _name(spec),
        _translated(IN_PLACE_NOTE if in_place else spec.note),
        spec.suffixes,
        spec.purpose.value,
        in_place,
        spec.name_mark,
        spec.rank,
    )


def _name(spec: FormatSpec) -> str:
    return _translated(spec.words or spec.name)


def _translated(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words) if words else ""
