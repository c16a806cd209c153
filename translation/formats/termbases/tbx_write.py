"""Termbases out: TBX of 2008, which most programs read, and of 2019 in both styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from translation.formats.safe_xml import clean
from translation.formats.spec import Written
from translation.formats.termbases.spec import entries_to_write
from translation.formats.termbases.tbx_names import (
    BASIC,
    MIN,
    NAMESPACE,
    PARTS_OF_SPEECH,
    STATUS_NAMES,
    xml_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import WriteOptions
    from translation.model.term import Term, TermBase, TermEntry

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SOURCE = "<fileDesc><sourceDesc><p>Muraji</p></sourceDesc></fileDesc>"


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How one sort of TBX is written: ``categories`` are the tags of its details."""

    head: str
    foot: str
    entry: str
    language: str
    term: str
    categories: dict[str, tuple[str, str]]


def _typed(element: str, kind: str) -> tuple[str, str]:
    return f'{element} type="{kind}"', element


_DCA_CATEGORIES = {
    "subject": _typed("descrip", "subjectField"),
    "definition": _typed("descrip", "definition"),
    "status": _typed("termNote", "administrativeStatus"),
    "part of speech": _typed("termNote", "partOfSpeech"),
}
_DCT_CATEGORIES = {
    "subject": ("min:subjectField", "min:subjectField"),
    "definition": ("basic:definition", "basic:definition"),
    "status": ("min:administrativeStatus", "min:administrativeStatus"),
    "part of speech": ("min:partOfSpeech", "min:partOfSpeech"),
}
_MARTIF = _Dialect(
    _DECLARATION + '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
    f'<martif type="TBX" xml:lang="en"><martifHeader>{_SOURCE}'
    '<encodingDesc><p type="XCSURI">TBXXCSV02.xcs</p></encodingDesc></martifHeader>'
    "<text><body>\n",
    "</body></text></martif>\n",
    "termEntry",
    "langSet",
    "tig",
    _DCA_CATEGORIES,
)
_DCA = _Dialect(
    _DECLARATION
    + f'<tbx xmlns="{NAMESPACE}" type="TBX-Basic" style="dca" xml:lang="en">'
    + f"<tbxHeader>{_SOURCE}</tbxHeader><text><body>\n",
    "</body></text></tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
    _DCA_CATEGORIES,
)
_DCT = _Dialect(
    _DECLARATION
    + f'<tbx xmlns="{NAMESPACE}" xmlns:min="{MIN}" xmlns:basic="{BASIC}" type="TBX-Basic"'
    + f' style="dct" xml:lang="en"><tbxHeader>{_SOURCE}</tbxHeader><text><body>\n',
    "</body></text></tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
    _DCT_CATEGORIES,
)


def write_martif(termbase: TermBase, options: WriteOptions) -> Written:
    """Write TBX of 2008, valid against TBXcoreStructV02.dtd; raises ExportError no_terms."""
    return _written(termbase, options, _MARTIF)


def write_dca(termbase: TermBase, options: WriteOptions) -> Written:
    """Write TBX-Basic of 2019 in the style DCA; raises ExportError no_terms."""
    return _written(termbase, options, _DCA)


def write_dct(termbase: TermBase, options: WriteOptions) -> Written:
    """Write TBX-Basic of 2019 in the style DCT; raises ExportError no_terms."""
    return _written(termbase, options, _DCT)


def _written(termbase: TermBase, options: WriteOptions, dialect: _Dialect) -> Written:
    pieces = [dialect.head]
    for entry in entries_to_write(termbase, options):
        pieces += _entry(entry, dialect)
    pieces.append(dialect.foot)
    return Written("".join(pieces).encode("utf-8"))


def _entry(entry: TermEntry, dialect: _Dialect) -> Iterator[str]:
    yield f"<{dialect.entry} id={quoteattr(xml_id(entry.id))}>"
    yield from _detail("subject", entry.subject, dialect)
    yield from _detail("definition", entry.definition, dialect)
    yield from _detail("note", entry.note, dialect)
    by_language: dict[str, list[Term]] = {}
    for term in entry.terms:
        by_language.setdefault(term.language, []).append(term)
    for language, terms in by_language.items():
        yield f"\n <{dialect.language} xml:lang={quoteattr(clean(language))}>"
        for term in terms:
            yield from _term(term, dialect)
        yield f"</{dialect.language}>"
    yield f"\n</{dialect.entry}>\n"


def _term(term: Term, dialect: _Dialect) -> Iterator[str]:
    yield f"<{dialect.term}><term>{_text(term.text)}</term>"
    yield from _detail("status", STATUS_NAMES[term.status] if term.status else "", dialect)
    part = PARTS_OF_SPEECH.get(term.part_of_speech, term.part_of_speech)
    yield from _detail("part of speech", part, dialect)
    yield from _detail("note", term.note, dialect)
    yield f"</{dialect.term}>"


def _detail(kind: str, text: str, dialect: _Dialect) -> Iterator[str]:
    if text:
        start, end = dialect.categories.get(kind, (kind, kind))
        yield f"<{start}>{_text(text)}</{end}>"


def _text(text: str) -> str:
    return escape(clean(text), {"\r": "&#13;"})
