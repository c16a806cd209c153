"""Which column of a table holds what: known by its heading, in any order and many languages.

A heading says what stands under it (``Target``), in which language (``German``, ``de-AT``), or
both (``German (target)``, ``source_en``). Languages go by their names in any language (CLDR).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.language import LanguagePair, primary_subtag
from translation.text.language_names import language_code, languages_called, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS = ("id", "source", "draft", "target", "comment", "state", "reference")

HEADINGS: dict[str, tuple[str, ...]] = {
    "id": (
        "id", "segment", "segment id", "nr", "no", "number", "key", "string id", "string key",
        "identifier", "key name", "key id", "string name", "resource id", "entry id", "unit id",
        "row id", "segment no", "segment number", "المعرف", "معرف", "الرقم", "رقم", "المفتاح",
        "schlüssel", "clé", "clave", "ключ", "编号", "键", "序号", "キー", "번호",
    ),
    "source": (
        "source", "source text", "source string", "source phrase", "source term", "msgid",
        "source segment", "original", "original text", "src", "المصدر", "النص المصدر",
        "النص الأصلي", "الأصل", "quelle", "quelltext", "ausgangstext", "texte source", "origen",
        "fuente", "texto original", "texto de origen", "sorgente", "testo originale", "origem",
        "bron", "brontekst", "источник", "оригинал", "исходный текст", "kaynak", "kaynak metin",
        "منبع", "متن مبدأ", "原文", "源文", "源文本", "源语言", "源", "원문", "źródło",
    ),
    "draft": (
        "draft", "mt", "mt output", "machine translation", "hypothesis", "hyp", "المسودة", "مسودة",
        "الترجمة الآلية", "maschinelle übersetzung", "traduction automatique", "机器翻译",
        "機械翻訳",
    ),
    "target": (
        "target", "target text", "target string", "target phrase", "target term", "msgstr",
        "post edit", "post edited", "postedit", "pe", "target segment", "translation",
        "translated text", "tgt", "trg", "الهدف", "النص الهدف", "الترجمة", "ترجمة", "النص المترجم",
        "ziel", "zieltext", "übersetzung", "cible", "texte cible", "traduction", "destino",
        "texto de destino", "traducción", "tradução", "destinazione", "traduzione", "doel",
        "vertaling", "перевод", "hedef", "hedef metin", "çeviri", "ترجمه", "متن مقصد", "译文",
        "目标", "目标文本", "目标语言", "翻译", "訳文", "翻訳", "번역", "번역문", "tłumaczenie",
    ),
    "comment": (
        "comment", "comments", "note", "notes", "remark", "remarks", "تعليق", "التعليق", "تعليقات",
        "التعليقات", "ملاحظة", "الملاحظة", "ملاحظات", "الملاحظات", "kommentar", "kommentare",
        "anmerkung", "anmerkungen", "bemerkung", "bemerkungen", "commentaire", "commentaires",
        "comentario", "comentarios", "комментарий", "yorum", "备注", "注释", "コメント", "비고",
    ),
    "state": (
        "state", "status", "segment status", "translation status", "الحالة", "حالة", "zustand",
        "etat", "statut", "estado", "stato", "статус", "durum", "状态", "状態", "상태",
    ),
    "reference": (
        "reference", "ref", "المرجع", "مرجع",
    ),
}  # fmt: skip
"""Headings of each column, as people write them."""

LONGEST = 120
"""Characters of a heading."""

_NO_REFERENCE = frozenset({
    "id", "ids", "no", "nr", "number", "url", "link", "file", "path", "source", "state", "status",
    "comment", "note", "notes", "date", "score", "author", "language", "lang",
})  # fmt: skip
"""Words that make of a reference column one about references."""

_OFTEN_WORDS = frozenset(
    {"id", "no", "cat", "is", "it", "to", "am", "as", "be", "or", "so", "my", "nr"}
)
"""Codes of languages that are words as well: they count where the language is asked for."""

_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
_GENERIC = frozenset(
    "text texts string strings value sentence sentences segment segments phrase word words name"
    " title version content label نص النص جملة الجملة عبارة العبارة"
    " texte texto testo текст wert 文本 テキスト".split()
)
"""Words beside a language that say nothing: ``English text``."""
_MARKED = re.compile(
    rf"[(\[]([^)\]]+)[)\]]\Z|[_.:-](?!(?:{'|'.join(sorted(_OFTEN_WORDS))})\Z)([A-Za-z]{{2}})\Z",
    re.IGNORECASE,
)
"""A language that marks some other word: ``Text (en)``, ``text_en``."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: one of COLUMNS or nothing, and the languages it may mean."""

    text: str
    column: str = ""
    languages: tuple[str, ...] = ()

    def fits(self, language: str) -> int:
        """Return 2 where this very tag is named, 1 where its language is, else 0."""
        wanted = language.replace("_", "-").lower()
        if wanted in (tag.lower() for tag in self.languages):
            return 2
        return int(primary_subtag(language) in map(primary_subtag, self.languages))


@lru_cache(1)
def _known() -> dict[str, str]:
    """Return the column by heading, folded."""
    return {
        " ".join(words_of(heading)): column
        for column, headings in HEADINGS.items()
        for heading in headings
    }


def read_heading(text: str) -> Heading:
    """Return what a heading says; a long text is none."""
    return Heading(text) if len(text) > LONGEST else _read_heading(text)


def names_ids(header: Sequence[str]) -> bool:
    """Tell whether a row heads a column of ids: asked before languages are looked for."""
    return any(_known().get(" ".join(words_of(cell))) == "id" for cell in header)


@lru_cache(1024)
def _read_heading(text: str) -> Heading:
    words = words_of(_HUMP.sub(" ", text))
    known = _known()
    if len(words) > 8:
        return Heading(text)
    if column := known.get(" ".join(words)):
        return Heading(text, column)
    if is_reference(text):
        return Heading(text, "reference")
    for cut in range(1, len(words)):
        for one, other in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            column = known.get(" ".join(one), "")
            if column in ("source", "target", "draft") and (named := _languages(other)):
                return Heading(text, column, named)
    if languages := languages_called(text):
        return Heading(text, "", languages)
    telling = [word for word in words if word not in _GENERIC]
    if telling and len(telling) < len(words) and (languages := _languages(telling)):
        return Heading(text, "", languages)
    bare = text.partition("(")[0].partition("[")[0]
    if column := known.get(" ".join(words_of(bare)), ""):
        return Heading(text, column)
    marked = _MARKED.search(text)
    return Heading(text, "", languages_called(marked[1] or marked[2]) if marked else ())


def _languages(words: list[str]) -> tuple[str, ...]:
    code = language_code(words)
    return (code,) if code else languages_called(" ".join(words))


def find_columns(header: Sequence[str], pair: LanguagePair) -> dict[str, int]:
    """Return the place of each column that this row heads; empty where it heads no source.

    Of two columns headed alike the one in the language asked for is taken, else the first; but
    of references there may be several: they are ``reference``, ``reference 2`` and so on. Where
    none is headed as source or target, one headed by the name or code of its language is.
    """
    headings = [read_heading(cell) for cell in header]
    found: dict[str, int] = {}
    for column in COLUMNS[:-1]:
        language = pair.source if column == "source" else pair.target
        places = [at for at, heading in enumerate(headings) if heading.column == column]
        if column in ("source", "target") and len(places) > 1:
            places.sort(key=lambda at: _distance(headings[at], language))
        if places:
            found[column] = places[0]
    references = [at for at, heading in enumerate(headings) if heading.column == "reference"]
    found |= {reference_column(number): at for number, at in enumerate(references, start=1)}
    for column, language in (("source", pair.source), ("target", pair.target)):
        if column not in found:
            place = _of_language(headings, language, found)
            if place is not None:
                found[column] = place
    texts = [at for at, heading in enumerate(headings) if _is_text(heading)]
    if "target" in found and len(texts) == 1:  # “Text” beside “Translation”
        found.setdefault("source", texts[0])
    return found if "source" in found else {}


def _is_text(heading: Heading) -> bool:
    """Tell whether a heading says no more than that texts stand below it."""
    words = words_of(heading.text)
    return not (heading.column or heading.languages) and words != [] and _GENERIC.issuperset(words)


def _distance(heading: Heading, language: str) -> int:
    """Return how far a heading is from a language: one that names none is nearer than others."""
    return 2 - heading.fits(language) if heading.fits(language) or not heading.languages else 3


def _of_language(headings: Sequence[Heading], language: str, taken: dict[str, int]) -> int | None:
    """Return the place of the column headed by this language and nothing else."""
    free = [at for at, heading in enumerate(headings) if at not in taken.values()]
    best = max(free, key=lambda at: headings[at].fits(language), default=None)
    if best is not None and headings[best].fits(language) and not headings[best].column:
        return best
    if len(header_code := primary_subtag(language)) == 2:  # “id” and “no” are languages, too
        for at, heading in enumerate(headings):
            if heading.column == "id" and heading.text.strip().lower() == header_code:
                taken.pop("id", None)
                return at
    return None


def headed_pair(header: Sequence[str], default: LanguagePair) -> LanguagePair | None:
    """Return the languages that a heading row names, None where it names too few to head a table.

    By the columns called source and target, else by the first languages from the left; what is
    not named is the default's.
    """
    headings = [read_heading(cell) for cell in header]
    by_column = {heading.column: heading for heading in reversed(headings) if heading.column}
    bare = list(_bare_languages(headings))
    named = len(bare) + sum(bool(heading.languages) for heading in by_column.values())
    if not named or (named < 2 and not {"source", "target"} & by_column.keys()):
        return None
    source = _named(by_column, "source", bare, "")
    target = _named(by_column, "target", bare, source)
    return full_pair(source, target, default)


def full_pair(source: str, target: str, default: LanguagePair) -> LanguagePair:
    """Return a pair of which a side may not be named: it is the default's, if that is another."""
    if not source:
        source = default.source if default.source != target else default.target
    if not target:
        target = default.target if default.target != source else default.source
    return LanguagePair(source, target)


def _named(columns: dict[str, Heading], column: str, bare: list[str], other: str) -> str:
    """Return the language of a column: its heading names it, or it is headed by nothing else."""
    if column in columns:
        return next(iter(columns[column].languages), "")
    away = [tag for tag in bare if primary_subtag(tag) != primary_subtag(other)]
    return next(iter(away or [tag for tag in bare if tag != other]), "")


def _bare_languages(headings: Sequence[Heading]) -> Iterator[str]:
    for heading in headings:
        is_word = heading.text.strip().lower() in _OFTEN_WORDS
        if not heading.column and heading.languages and not is_word:
            yield heading.languages[0]


def is_reference(heading: str) -> bool:
    """Tell whether a heading is one of a reference: ``reference``, ``Reference_2``, ``ref B``."""
    folded = " ".join(words_of(heading.partition("(")[0].partition("[")[0]))
    for known in HEADINGS["reference"]:
        rest = folded.removeprefix(" ".join(words_of(known)))
        if rest != folded or folded == known:
            apart = not rest or rest == "s" or rest[0].isdigit() or rest[0] == " "
            return apart and rest.strip() not in _NO_REFERENCE
    return False


def reference_column(number: int) -> str:
    """Return the name of the column of the references of this number, counted from 1."""
    return "reference" if number == 1 else f"reference {number}"
