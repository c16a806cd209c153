"""Which column of a table holds what: known by its heading, in any order and many languages."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.language import LanguagePair

COLUMNS = ("id", "source", "draft", "target", "comment", "state", "reference")

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("id", "segment", "segment id", "nr", "no", "number", "المعرف", "معرف", "الرقم", "رقم"),
    "source": (
        "source", "source text", "original", "src", "المصدر", "النص المصدر", "النص الاصلي",
        "الاصل", "quelle", "ausgangstext", "texte source", "origen", "fuente", "исходный текст",
        "kaynak", "منبع",
    ),
    "draft": ("draft", "mt", "machine translation", "المسودة", "مسودة", "الترجمة الالية"),
    "target": (
        "target", "target text", "translation", "tgt", "trg", "الهدف", "النص الهدف", "الترجمة",
        "ترجمة", "ziel", "zieltext", "ubersetzung", "cible", "texte cible", "traduction",
        "destino", "traduccion", "traduzione", "перевод", "hedef", "ceviri", "ترجمه",
    ),
    "comment": (
        "comment", "comments", "note", "notes", "remark", "remarks", "تعليق", "التعليق",
        "تعليقات", "التعليقات", "ملاحظة", "الملاحظة", "ملاحظات", "الملاحظات", "kommentar",
        "commentaire", "commentaires", "comentario", "комментарий", "yorum",
    ),
    "state": ("state", "status", "الحالة", "حالة", "zustand", "etat", "statut", "estado"),
    "reference": ("reference", "ref", "المرجع", "مرجع"),
}  # fmt: skip
"""Headings of each column, as ``_folded`` leaves them."""

LANGUAGES: dict[str, tuple[str, ...]] = {
    "ar": ("arabic", "عربي", "العربية", "عربية", "arabisch", "arabe"),
    "en": ("english", "انجليزي", "الانجليزية", "انجليزية", "englisch", "anglais", "ingles"),
}
"""Languages by which a foreign table may head its columns, besides their codes."""

_NO_REFERENCE = frozenset({
    "id", "ids", "no", "nr", "number", "url", "link", "file", "path", "source", "state", "status",
    "comment", "note", "notes", "date", "score", "author", "language", "lang",
})  # fmt: skip
"""Words that make of a reference column one about references."""

_HIDDEN = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\ufeff]")
_BRACKETS = re.compile(r"[(\[].*")
_OTHER = re.compile(r"[\W_]+")


def find_columns(header: Sequence[str], pair: LanguagePair) -> dict[str, int]:
    """Return the place of each column that this row heads; empty where it heads no source.

    The first of two columns headed alike is taken; but of references there may be several:
    they are ``reference``, ``reference 2`` and so on. Where none is headed as source or target,
    one headed by the name or code of its language is.
    """
    folded = [_folded(cell) for cell in header]
    found: dict[str, int] = {}
    for name, known in HEADINGS.items():
        place = next((at for at, heading in enumerate(folded) if heading in known), None)
        if place is not None:
            found[name] = place
    places = [at for at, heading in enumerate(folded) if is_reference(heading)]
    for number, place in enumerate(places, start=1):
        found[reference_column(number)] = place
    for name, language in (("source", pair.source), ("target", pair.target)):
        if name not in found:
            code = primary_subtag(language)
            names = (code, language.lower(), *LANGUAGES.get(code, ()))
            place = next((at for at, heading in enumerate(folded) if heading in names), None)
            if place is not None and place not in found.values():
                found[name] = place
    return found if "source" in found else {}


def is_reference(heading: str) -> bool:
    """Tell whether a heading is one of a reference: ``reference``, ``Reference_2``, ``ref B``."""
    folded = _folded(heading)
    for known in HEADINGS["reference"]:
        rest = folded.removeprefix(known)
        if rest != folded or folded == known:
            apart = not rest or rest == "s" or rest[0].isdigit() or rest[0] == " "
            return apart and rest.strip() not in _NO_REFERENCE
    return False


def reference_column(number: int) -> str:
    """Return the name of the column of the references of this number, counted from 1."""
    return "reference" if number == 1 else f"reference {number}"


def _folded(heading: str) -> str:
    """Return a heading without case, accents, vowel marks and what stands in brackets."""
    bare = _HIDDEN.sub("", _BRACKETS.sub("", heading))
    letters = unicodedata.normalize("NFKD", bare.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return _OTHER.sub(" ", plain).strip()
