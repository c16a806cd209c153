"""Writing XLIFF 2: into the original where the document came from one, else a new file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.errors import ExportError
from translation.formats.comments import document_comment
from translation.formats.fingerprints import changed_units
from translation.formats.in_place import came_from
from translation.formats.notices import counted
from translation.formats.spec import Written
from translation.formats.xliff.common import whole_original
from translation.formats.xliff2.new import new_document
from translation.formats.xliff2.place import write_in_place
from translation.formats.xliff2.read import FORMAT, document_note, is_our_export

if TYPE_CHECKING:
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document


def write(document: Document, options: WriteOptions) -> Written:
    """Write the whole document; ExportError where its files have several language pairs."""
    files = document.files
    if came_from(files, FORMAT):
        changed = changed_units(document, options.report, whole=True)
        original, name = files[0].original, files[0].name
        with whole_original(name):
            is_ours = is_our_export(original, name)
            is_said = not is_ours or document_note(original, name) == document_comment(document)
            if changed == {} and is_said:
                return Written(original, in_place=not is_ours)
            if not is_ours:
                units = document.units if changed is None else tuple(changed.values())
                joined: set[str] = set()
                data = write_in_place(document, units, joined, options.report)
                notices = tuple(counted(options.name, states_joined=len(joined)))
                return Written(data, notices, in_place=True)
    if len({file.pair for file in files}) != 1:
        detail = (
            "an XLIFF 2 file holds one pair of languages, and these files have several;"
            " XLIFF 1.2 can hold them all"
        )
        raise ExportError("failed", file=options.name, detail=detail)
    return Written(new_document(document, options.report))
