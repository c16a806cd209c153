"""Termbases for the tests of their formats: a small fixed one, and a strategy that makes any."""

from __future__ import annotations

from hypothesis import strategies as st

from translation.model.term import Term, TermBase, TermEntry, TermStatus

SMALL = TermBase(
    (
        TermEntry(
            "c1",
            (
                Term("ar", "مُفَاوَضَاتٌ", TermStatus.PREFERRED, "noun", "جمع"),
                Term("ar", "محادثات", TermStatus.ADMITTED),
                Term("en", "negotiations", TermStatus.PREFERRED, "noun"),
                Term("en", "haggling", TermStatus.FORBIDDEN, note="never in <news> & reports"),
                Term("en-GB", "talks"),
            ),
            "Talks between states.\nAlso between parties.",
            "diplomacy",
            "=SUM(A1) is no formula here",
        ),
        TermEntry("42", (Term("ar", "الكويت", None, "proper noun"), Term("en", "Kuwait"))),
        TermEntry("a b", (Term("en", "=1+1"), Term("ar", "-"), Term("id", "@kata"))),
    )
)

_characters = "اب ثَّـ\u200cXY.12\u0664،؟\"'<&>]{}/,;=+-@|_x005F_\u200f\u00a0\u0301\U0001f600\t"
_words = st.text(st.sampled_from(_characters), min_size=1, max_size=14).map(
    lambda text: " ".join(text.split())
)
_texts = _words.filter(bool) | st.sampled_from(
    ["=cmd|' /C calc'!A0", "'=x", "''+1", "+971", "-1", "@x", "_x0041_", "x005F_", "]]>", "&amp;"]
)
_maybe = st.just("") | _texts
_lines = st.lists(_texts, max_size=2).map("\n".join)
_languages = st.sampled_from(["ar", "ar-KW", "en", "en-GB", "id", "ckb", "zh-Hant"])


@st.composite
def termbases(draw: st.DrawFn) -> TermBase:
    """A termbase with any terms, ids and details; no two entries are the same."""
    ids = draw(st.lists(_texts, min_size=1, max_size=4, unique=True))
    entries = []
    for id_ in ids:
        keys = st.lists(st.tuples(_languages, _texts), min_size=1, max_size=4, unique=True)
        terms = [
            Term(
                language,
                text,
                draw(st.none() | st.sampled_from(TermStatus)),
                draw(st.sampled_from(["", "noun", "proper noun", "شبه جملة"])),
                draw(_lines),
            )
            for language, text in draw(keys)
        ]
        details = (draw(_lines), draw(_maybe), draw(_lines))
        entries.append(TermEntry(id_, tuple(terms), *details))
    kinds = {(e.terms, e.definition, e.subject, e.note): e for e in entries}
    return TermBase(tuple(kinds.values()))


def facts(termbase: TermBase) -> list[object]:
    """Return what every format keeps: the order of terms is theirs within a language."""
    return [
        (
            entry.id,
            {t.language: [o for o in entry.terms if o.language == t.language] for t in entry.terms},
            entry.definition,
            entry.subject,
            entry.note,
        )
        for entry in termbase.entries
    ]
