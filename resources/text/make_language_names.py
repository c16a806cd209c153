"""Makes language_names.tsv of CLDR's names of languages, as Babel 2.18.0 packs them.

``python -m pip install babel==2.18.0 && python resources/text/make_language_names.py``

A line a language, between tabs: its tag (BCP 47), other codes for it, its name in English, its
name in itself, and what it is called in every other language. Languages: those with a code of two
letters, and OTHERS.
"""

from __future__ import annotations

from pathlib import Path

from babel import localedata
from babel.core import get_global

OTHERS = frozenset(
    "ast ban bho ceb chr ckb doi dsb fil fur gsw haw hil hmn hsb ilo kab kok lad lij mad mai mni"
    " mwl nap nds nqo nso pap pcm quc raj rhg sah sat scn sco shn smn srn syr szl tet tig tok tpi"
    " tzm udm vec war yue zgh".split()
)
OUT = Path(__file__).with_name("language_names.tsv")


def display_locales() -> list[str]:
    """Return the locales that name languages, those of a script too, without regions."""
    parts = (name.split("_") for name in localedata.locale_identifiers())
    return sorted("_".join(part) for part in parts if part[1:] == [] or len(part[-1]) == 4)


def wanted(code: str) -> bool:
    """Tell whether this is a code of a language that the table holds."""
    primary = code.split("_")[0]
    return len(primary) == 2 or primary in OTHERS


def lines() -> list[str]:
    """Return the lines of the table."""
    names: dict[str, dict[str, None]] = {}
    english = localedata.load("en")["languages"]
    own: dict[str, str] = {}
    for locale in display_locales():
        for code, name in localedata.load(locale).get("languages", {}).items():
            if isinstance(name, str) and wanted(code):
                names.setdefault(code, {})[name] = None
                if locale == code:
                    own[code] = name
    aliases: dict[str, list[str]] = {}
    for code, language in sorted(get_global("language_aliases").items()):
        if len(code) in (2, 3) and code.isalpha():
            aliases.setdefault(language, []).append(code)
    made = []
    for code in sorted(names):
        first, itself = english.get(code, ""), own.get(code, "")
        first = first if isinstance(first, str) else ""
        others = [name for name in names[code] if name not in (first, itself)]
        cells = [code.replace("_", "-"), " ".join(aliases.get(code, [])), first, itself, *others]
        made.append("\t".join(cells))
    return made


if __name__ == "__main__":
    OUT.write_text("\n".join(lines()) + "\n", encoding="utf-8", newline="\n")
