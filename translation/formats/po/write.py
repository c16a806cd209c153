"""PO files out: into the file they came from, or made new of any document.

In place only the entries that changed are written anew: their strings, their fuzzy flag and, if
it was edited, the translator's comment. The header is left alone but for what a template leaves
to be filled in, and for notes on the whole document in its comment; PO-Revision-Date too, so that
the same work gives the same file. A machine translation and whatever nobody confirmed is fuzzy.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from translation import __version__
from translation.errors import ExportError, InputError
from translation.formats.code_table import SPECIAL, character_name
from translation.formats.comments import (
    comment_of,
    document_comment,
    split_comment,
    whole_comment,
)
from translation.formats.in_place import Filling, fillings
from translation.formats.joining import filling_notices, the_original
from translation.formats.notices import counted
from translation.formats.po.entries import (
    WIDTH,
    PoEntry,
    PoField,
    PoFile,
    comment_mark,
    escaped,
    parse_po,
    written_field,
)
from translation.formats.po.read import (
    DRAFT,
    EDITED_DRAFT,
    FORMAT,
    HIDDEN_IN_NOTES,
    OWN_CONTEXTS,
    OWN_FIELD,
    decode_po,
    entry_units,
    header,
    header_comment,
)
from translation.formats.spec import ReadOptions, Written
from translation.formats.text_place import found_at, spelled, written_in_place
from translation.formats.visible_codes import show_codes
from translation.model.language import primary_subtag
from translation.model.notes import notes_of_document
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.formats.spec import WriteOptions
    from translation.formats.text_place import Replacement
    from translation.model.document import Document
    from translation.model.imported import ImportedSegment, ImportedUnit
    from translation.model.inline import InlineCode
    from translation.model.language import LanguagePair
    from translation.model.segment import Segment, SourceFile, TranslationUnit

_TELLS = frozenset({SegmentState.INITIAL, SegmentState.EDITED, SegmentState.CONFIRMED})
_REPORT_EVERY = 200
_LINE_END = re.compile(r"\r*\n|\r")
_TWO_FORMS = "nplurals=2; plural=(n != 1);"
_PLURALS = {
    **dict.fromkeys(("en", "de", "es", "it", "nl", "sv", "da", "nb", "el", "he"), _TWO_FORMS),
    **dict.fromkeys(("fr", "pt"), "nplurals=2; plural=(n > 1);"),
    **dict.fromkeys(("ja", "zh", "ko", "vi", "th", "id"), "nplurals=1; plural=0;"),
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 :"
        " n%100>=11 ? 4 : 5);"
    ),
}
"""What the header of a template says of plural forms once its language is known (manual 12.6)."""


def write(document: Document, options: WriteOptions) -> Written:
    """Write a PO file; raises ExportError original_damaged."""
    file = the_original(document, FORMAT)
    return _in_place(document, file, options) if file else _new(document, options)


def _in_place(document: Document, file: SourceFile, options: WriteOptions) -> Written:
    reading = ReadOptions(file.name, file.pair, file.encoding or None, options.report)
    try:
        original = decode_po(file.original, file.name, file.encoding or None)
        po = parse_po(original.text, file.name)
        found = {unit.anchor: (entry, unit) for entry, unit in entry_units(po, reading)}
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error
    writer = _EntryWriter(po, header(po).get(OWN_FIELD.lower()) == OWN_CONTEXTS)
    replacements: list[Replacement] = []
    joined = 0
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % _REPORT_EVERY == 0:
            options.report(number, len(document.units))
        entry, was = found_at(found, unit, file, options)
        filled = fillings(was.segments, document, unit)
        typed = _lines(comment_of(document, segment) for segment in segments)
        is_noted = typed != _lines(segment.note for segment in was.segments)
        joined += any(one.changed for one in filled) and _share_a_state(filled)
        if is_noted or any(one.changed for one in filled):
            replacements.append(
                writer.replacement(entry, was, unit, filled, typed if is_noted else None)
            )
    before = header_comment(po)
    noted = _with_notes(before, document)
    # A catalogue without a header has no place for them.
    lacks_place = not any(entry.is_header for entry in po.entries)
    if not replacements and (noted == before or lacks_place):
        notices = tuple(filling_notices(options.name, document))
        return Written(file.original, notices, tells=_TELLS, in_place=lacks_place)
    fits = _fits((noted, *(text for _, _, text in replacements)), original.encoding)
    replacements += writer.header(file.pair, fits, None if noted == before else noted)
    written = written_in_place(document, file, original, replacements, options)
    notices = (*written.notices, *counted(options.name, states_joined=joined))
    return replace(written, notices=notices, tells=_TELLS, in_place=lacks_place)


def _with_notes(comment: str, document: Document) -> str:
    """Return the comment of a header with the notes on the document as they are now."""
    own, said = split_comment(comment)
    now = notes_of_document(document)
    return comment if whole_comment("", now) == whole_comment("", said) else whole_comment(own, now)


def _share_a_state(filled: Sequence[Filling]) -> bool:
    """Tell whether confirmed and other translations stand in one entry, which is fuzzy or not."""
    done = {one.state.is_done and not one.is_draft for one in filled if one.text}
    return len(done) > 1 or any(one.is_mixed for one in filled)


def _lines(notes: Iterable[str]) -> str:
    return "\n".join(filter(None, notes))


class _EntryWriter:
    """Writes entries of one file in its manner: its line ends, wrapped or not."""

    def __init__(self, po: PoFile, own: bool) -> None:
        self.po, self.own = po, own
        first = _LINE_END.search(po.text)
        self.newline = first[0] if first else "\n"
        fields = (po.text[one.start : one.end] for entry in po.entries for one in entry.fields)
        longest = max((len(line) for text in fields for line in text.splitlines()), default=0)
        self.width = WIDTH if longest <= WIDTH + 1 else 0

    def replacement(
        self,
        entry: PoEntry,
        was: ImportedUnit,
        unit: TranslationUnit,
        filled: Sequence[Filling],
        note: str | None,
    ) -> Replacement:
        """Return an entry written anew, ``note`` as its comment if it is not None."""
        changed = any(one.changed for one in filled)
        fuzzy = changed and any(
            one.text and (one.is_draft or not one.state.is_done) for one in filled
        )
        lines = list(self._comments(entry, note, fuzzy if changed else None))
        kept = [one for one in entry.fields if one.keyword != "msgstr" or not changed]
        lines += [line for one in kept for line in self._kept(entry, one)]
        if changed:
            lines += self._translations(entry, was, unit, filled)
        return entry.start, entry.end, "".join(lines)

    def _kept(self, entry: PoEntry, one: PoField) -> Sequence[str]:
        """Return a string as it stands there, without the comments that stand inside it."""
        if any(one.start < start < one.end for start, _ in entry.comments):
            return written_field(one.keyword, one.text, self.newline, self.width)
        return [self._line(one.start, one.end)]

    def _line(self, start: int, end: int) -> str:
        """Return what stands there, as lines of its own."""
        text = self.po.text[start:end]
        return text if text.endswith(("\r", "\n")) else text.rstrip(" \t") + self.newline

    def _comments(self, entry: PoEntry, note: str | None, fuzzy: bool | None) -> Iterator[str]:
        """Give the comments: the translator's as ``note`` says, the flag as ``fuzzy`` says."""
        flags = "" if fuzzy is None else self._flags(entry, fuzzy)
        if note:
            yield from _comment("# ", note, self.newline, self.own)
        for start, end in entry.comments:
            mark = comment_mark(self.po.text[start:end].strip())
            if mark == "#" and note is not None:
                continue
            if fuzzy is not None and mark in ("#,", "#|"):
                yield flags  # where the first flags stood, and before what the message was once
                flags = ""
                if mark == "#," or not fuzzy:
                    continue  # what it was before is past
            yield self._line(start, end)
        yield flags

    def _flags(self, entry: PoEntry, fuzzy: bool) -> str:
        flags = ["fuzzy"] * fuzzy + [flag for flag in self.po.flags(entry) if flag != "fuzzy"]
        return f"#, {', '.join(flags)}{self.newline}" if flags else ""

    def _translations(
        self, entry: PoEntry, was: ImportedUnit, unit: TranslationUnit, filled: Sequence[Filling]
    ) -> Iterator[str]:
        plural = entry.string("msgid_plural") is not None
        given = {one.index: one for one in entry.translations}
        for index, (one, segment) in enumerate(zip(filled, was.segments, strict=True)):
            field = given.get(index)
            if field is not None and not one.retyped and field.text:
                yield self._line(field.start, field.end)
                continue
            text = _spelled(one.text, unit.codes, self.own) if one.text else ""
            if text:
                text = _with_edges(text, segment, field.text if field is not None else "")
            keyword = f"msgstr[{index}]" if plural else "msgstr"
            yield from written_field(keyword, text, self.newline, self.width)

    def header(
        self, pair: LanguagePair, keeps_encoding: bool, note: str | None
    ) -> Iterator[Replacement]:
        """Fill in what a template leaves open (language, plural forms, encoding).

        The encoding is named anew where the translation does not fit the old one; ``note`` is the
        comment where that is another.
        """
        entry = next((one for one in self.po.entries if one.is_header), None)
        if entry is None:
            return
        [string, *_] = entry.translations
        text = string.text
        language = pair.target.replace("-", "_")
        filled = re.sub(r"(?m)^(Language:)[ ]*$", rf"\1 {language}", text)
        charset = "CHARSET" if keeps_encoding else r"[\w:.-]+"
        filled = re.sub(rf"(?<=charset=){charset}", "UTF-8", filled)
        if plurals := _PLURALS.get(primary_subtag(pair.target)):
            filled = filled.replace("nplurals=INTEGER; plural=EXPRESSION;", plurals)
        is_filled = filled != text
        if is_filled or note is not None:
            lines = list(self._comments(entry, note, False if is_filled else None))
            kept = (one for one in entry.fields if not (is_filled and one is string))
            lines += [line for one in kept for line in self._kept(entry, one)]
            if is_filled:
                lines += written_field("msgstr", filled, self.newline, self.width)
            yield entry.start, entry.end, "".join(lines)


def _fits(texts: Iterable[str], encoding: str) -> bool:
    """Tell whether the encoding can hold all that is to be written."""
    try:
        for text in texts:
            text.encode(encoding, "surrogatepass" if encoding.startswith("utf-") else "strict")
    except UnicodeEncodeError:
        return False
    return True


def _with_edges(text: str, segment: ImportedSegment, was: str) -> str:
    """Put the white space of the message around a text, where its translation had it too."""
    lead = segment.lead if not was or was.startswith(segment.lead) else ""
    trail = segment.trail if not was or was.endswith(segment.trail) else ""
    return f"{lead}{text}{trail}"


def _spelled(text: str, codes: Sequence[InlineCode], own: bool) -> str:
    """Return a target with its codes as they stand in the file."""
    if not own:
        return spelled(text, codes)
    return spelled(text, codes, lambda piece: show_codes(piece, ()), _shown)


def _shown(code: InlineCode) -> str:
    return show_codes(code.markup, ()) if SPECIAL.fullmatch(code.markup) else code.markup


def _new(document: Document, options: WriteOptions) -> Written:
    """Make a PO file of any document: a context is a segment's id, a fuzzy message a draft."""
    lines: list[str] = []
    if document.files:
        lines += _comment("# ", document_comment(document))
        lines += _header(document.files[0].pair)
    drafts, count = 0, len(document.units)
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % _REPORT_EVERY == 0:
            options.report(number, count)
        for segment in segments:
            if segment.source.strip():
                lines.append("\n")
                lines += _entry(document, unit, segment)
                draft = document.current_draft(segment)
                drafts += segment.target is None and draft is not None
    notices = tuple(counted(options.name, unreviewed_drafts=drafts))
    return Written("".join(lines).encode("utf-8"), notices, tells=_TELLS)


def _header(pair: LanguagePair) -> Iterator[str]:
    fields = {
        "Language": pair.target.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": f"Muraji {__version__}",
        "X-Source-Language": pair.source.replace("-", "_"),
        OWN_FIELD: OWN_CONTEXTS,
    }
    yield 'msgid ""\n'
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    yield from written_field("msgstr", text, "\n")


def _entry(document: Document, unit: TranslationUnit, segment: Segment) -> Iterator[str]:
    draft = document.drafts.base(segment)
    current = document.current_draft(segment)
    text, fuzzy = segment.target, not segment.state.is_done
    if text is None and current is not None:
        text = current.text
    yield from _comment("# ", comment_of(document, segment))
    if draft is not None:
        mark = DRAFT if segment.target is None else EDITED_DRAFT
        yield f'#. {mark}"{escaped(show_codes(draft.text, unit.codes))}"\n'
    yield from _comment("#. ", unit.note)
    if text and fuzzy:
        yield "#, fuzzy\n"
    yield from written_field("msgctxt", show_codes(segment.id, ()), "\n")
    yield from written_field("msgid", show_codes(segment.source, unit.codes), "\n")
    yield from written_field("msgstr", show_codes(text or "", unit.codes), "\n")


def _comment(mark: str, text: str, newline: str = "\n", own: bool = True) -> Iterator[str]:
    hidden = HIDDEN_IN_NOTES if own else SPECIAL
    shown = hidden.sub(lambda found: f"{{{character_name(found[0])}}}", text)
    for line in re.split("\r\n|[\n\r]", shown) if text else ():
        yield f"{mark}{line}".rstrip() + newline
