"""Termbases in: TBX of 2008 and of 2019, in either style; see tbx_names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.notices import counted
from translation.formats.safe_xml import (
    UndeclaredPrefixError,
    elements,
    local_name,
    root_element,
)
from translation.formats.termbases.spec import ReadTerms, terms_read
from translation.formats.termbases.tbx_names import PARTS_OF_SPEECH, plain_id, status_of
from translation.formats.xliff.names import LANG
from translation.model.term import Term, TermEntry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.spec import ReadOptions

_ENTRIES = ("{*}termEntry", "{*}conceptEntry")
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_GROUPS = frozenset({"descripGrp", "termNoteGrp", "adminGrp", "termGrp"})
_TYPED = frozenset({"descrip", "termNote", "admin", "descripNote", "adminNote"})
_STATUSES = ("administrativeStatus", "normativeAuthorization")
_WORDS = {name: word for word, name in PARTS_OF_SPEECH.items()}
_REPORT_EVERY = 200
_Found = dict[str, list[str]]


def read(data: bytes, options: ReadOptions) -> ReadTerms:
    """Read every entry; raises InputError: bad_xml, xml_entities, wrong_format, no_terms."""
    root = local_name(root_element(data, options.name))
    if root not in ("martif", "tbx", "TBX"):
        detail = f"its root element is <{root[:60]}>"
        raise InputError("wrong_format", file=options.name, format="TBX", detail=detail)
    try:
        return _read(data, options, recover=False)
    except UndeclaredPrefixError:
        return _read(data, options, recover=True)


def _read(data: bytes, options: ReadOptions, *, recover: bool) -> ReadTerms:
    reading = _Reader()
    total = data.count(b"</termEntry>") + data.count(b"</conceptEntry>")
    found: list[TermEntry] = []
    for number, element in enumerate(elements(data, options.name, *_ENTRIES, recover=recover)):
        if number % _REPORT_EVERY == 0:
            options.report(number, total)
        found.append(reading.entry(element))
    unknown = sum(reading.left_out.values())
    return terms_read(
        found, options.name, tuple(counted(options.name, term_details_left_out=unknown))
    )


class _Reader:
    """Reads entries; ``left_out`` counts the details that an entry here has no place for."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()

    def entry(self, element: etree._Element) -> TermEntry:
        found = self._details(element)
        terms: list[Term] = []
        for child in element:
            if local_name(child) in _LANGUAGES:
                of_language = self._details(child)
                for name in ("definition", "subjectField", "note"):
                    found.setdefault(name, []).extend(of_language.pop(name, []))
                self._leave_out(of_language)
                terms += self._terms(child)
        entry = TermEntry(
            plain_id(element.get("id", "")),
            tuple(terms),
            _joined(found.pop("definition", [])),
            " ".join(_joined(found.pop("subjectField", [])).split()),
            _joined(found.pop("note", [])),
        )
        self._leave_out(found)
        return entry

    def _terms(self, language: etree._Element) -> Iterator[Term]:
        tag = language.get(LANG) or language.get("lang") or ""
        for group in language:
            if local_name(group) not in _TERMS:
                continue
            found = self._details(group)
            texts = [" ".join(text.split()) for text in found.pop("term", [])]
            named = [name for key in _STATUSES for name in found.pop(key, [])]
            part = " ".join(_joined(found.pop("partOfSpeech", [])).split())
            note = _joined(found.pop("note", []))
            status = next(filter(None, map(status_of, named)), None)
            if texts and texts[0] and tag:
                yield Term(tag, texts[0], status, _WORDS.get(part, part), note)
            self._leave_out(found)

    def _details(self, element: etree._Element) -> _Found:
        """Return the texts that stand beside the terms, by what they are."""
        found: _Found = {}
        for child in element:
            name = local_name(child)
            if name in _GROUPS:
                for key, texts in self._details(child).items():
                    found.setdefault(key, []).extend(texts)
            elif name not in _LANGUAGES and name not in _TERMS:
                kind = child.get("type", "") if name in _TYPED else name
                if text := _text(child):
                    found.setdefault(kind, []).append(text)
        return found

    def _leave_out(self, found: _Found) -> None:
        for name, texts in found.items():
            self.left_out[name] += len(texts)


def _text(element: etree._Element) -> str:
    lines = "".join(map(str, element.itertext("*"))).strip().splitlines()
    return "\n".join(line.strip() for line in lines)


def _joined(texts: list[str]) -> str:
    return "\n".join(dict.fromkeys(texts))
