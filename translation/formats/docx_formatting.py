"""The formatting of runs in a DOCX: which runs look alike, and what a difference is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from translation.formats.docx_names import VAL, w

if TYPE_CHECKING:
    from lxml import etree

FormatKey: TypeAlias = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Properties of a run that a reader sees, with their attributes."""

_UNSEEN = frozenset(
    w(name)
    for name in "lang noProof rtl cs webHidden ins del moveFrom moveTo rPrChange snapToGrid".split()
)
"""Properties that mark no difference: language, direction and what changed."""
_FONTS, _HINT = w("rFonts"), w("hint")
_STYLE = w("rStyle")
_LABELS = {
    w(name): label
    for name, label in (
        ("b", "b"), ("bCs", "b"), ("i", "i"), ("iCs", "i"), ("u", "u"), ("strike", "strike"),
        ("dstrike", "strike"), ("vertAlign", "sup"), ("position", "sup"), ("caps", "caps"),
        ("smallCaps", "caps"), ("highlight", "mark"), ("shd", "mark"), ("color", "color"),
        ("sz", "size"), ("szCs", "size"), ("rFonts", "font"), ("rStyle", "style"),
    )
}  # fmt: skip
_ON_BLANKS = frozenset(w(name) for name in "u strike dstrike highlight shd bdr rStyle".split())


def format_key(properties: etree._Element | None) -> FormatKey:
    """Return what of a run's properties (rPr, or None) a reader sees."""
    if properties is None:
        return ()
    key = []
    for child in properties:
        tag = child.tag
        if tag in _UNSEEN or not isinstance(tag, str):
            continue
        attributes = tuple((str(name), str(value)) for name, value in child.attrib.items())
        if tag == _FONTS:
            attributes = tuple(pair for pair in attributes if pair[0] != _HINT)
            if not attributes:
                continue
        key.append((tag, attributes))
    return tuple(key)


def is_seen_on_blanks(key: FormatKey) -> bool:
    """Tell whether white space of this formatting looks like something."""
    return any(tag in _ON_BLANKS for tag, _ in key)


def format_label(key: FormatKey, base: FormatKey) -> str:
    """Return a short name for how a run differs from the prevailing formatting."""
    here, there = dict(key), dict(base)
    differing = [tag for tag in (*here, *there) if here.get(tag) != there.get(tag)]
    labels = dict.fromkeys(_label(tag, here) for tag in _LABELS if tag in differing)
    return "+".join(list(labels)[:2]) or "format"


def _label(tag: str, here: dict[str, tuple[tuple[str, str], ...]]) -> str:
    value = dict(here.get(tag, ())).get(VAL, "")
    if tag == _STYLE:
        return value[:12] or "style"
    return "sub" if value == "subscript" else _LABELS[tag]
