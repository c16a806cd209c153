"""The formatting of runs in a DOCX: which runs look alike, and what a difference is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from translation.formats.docx.names import SCRIPT_PAIRS, VAL, is_on, w
from translation.formats.safe_xml import attributes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_Attributes: TypeAlias = tuple[tuple[str, str], ...]
FormatKey: TypeAlias = tuple[tuple[str, _Attributes], ...]
"""Properties of a run that a reader sees, with their attributes."""

_PAIRS = tuple((w(latin), w(complex_)) for latin, complex_ in SCRIPT_PAIRS)
_BY_SCRIPT = frozenset(name for pair in _PAIRS for name in pair)
_COMPLEX = frozenset({w("rtl"), w("cs")})
_UNSEEN = (
    frozenset(
        w(name)
        for name in "lang noProof webHidden ins del moveFrom moveTo rPrChange snapToGrid".split()
    )
    | _BY_SCRIPT
    | _COMPLEX
)
"""Properties that mark no difference, or are looked at in another way."""
_FONTS, _HINT = w("rFonts"), w("hint")
_STYLE = w("rStyle")
_LABELS = {
    w(name): label
    for name, label in (
        ("b", "b"), ("i", "i"), ("u", "u"), ("strike", "strike"),
        ("dstrike", "strike"), ("vertAlign", "sup"), ("position", "sup"), ("caps", "caps"),
        ("smallCaps", "caps"), ("highlight", "mark"), ("shd", "mark"), ("color", "color"),
        ("sz", "size"), ("rFonts", "font"), ("rStyle", "style"),
    )
}  # fmt: skip
_ON_BLANKS = frozenset(w(name) for name in "u strike dstrike highlight shd bdr rStyle".split())


def format_key(properties: etree._Element | None) -> FormatKey:
    """Return what of a run's properties (rPr, or None) a reader sees."""
    if properties is None:
        return ()
    key = []
    by_script: dict[str, str] = {}
    is_complex = False
    for child in properties:
        tag = child.tag
        if tag in _BY_SCRIPT:
            by_script[str(tag)] = child.get(VAL, "")
        elif tag in _COMPLEX:
            is_complex = is_complex or is_on(child)
        if tag in _UNSEEN or not isinstance(tag, str):
            continue
        attributes = tuple(attributes_of(child).items())
        if tag == _FONTS:
            attributes = tuple(pair for pair in attributes if pair[0] != _HINT)
            if not attributes:
                continue
        key.append((tag, attributes))
    if by_script:
        key += _seen(by_script, is_complex)
    return tuple(key)


def _seen(by_script: dict[str, str], is_complex: bool) -> Iterator[tuple[str, _Attributes]]:
    """Give what is seen of bold, italic and size, each given for two kinds of script.

    A number among Arabic words has the Latin one alone, the words the complex one: they look
    alike, and so they are here. What a run's own script does not show is left out.
    """
    for latin, complex_ in _PAIRS:
        shown = by_script.get(complex_ if is_complex else latin)
        if shown is not None:
            both = by_script.get(latin, shown), by_script.get(complex_, shown)
            yield latin, tuple(zip((VAL, complex_), both, strict=True))


def is_seen_on_blanks(key: FormatKey) -> bool:
    """Tell whether white space of this formatting looks like something."""
    return any(tag in _ON_BLANKS for tag, _ in key)


def format_label(key: FormatKey, base: FormatKey) -> str:
    """Return a short name for how a run differs from the prevailing formatting."""
    here, there = dict(key), dict(base)
    differing = [tag for tag in (*here, *there) if here.get(tag) != there.get(tag)]
    labels = dict.fromkeys(_label(tag, here) for tag in _LABELS if tag in differing)
    return "+".join(list(labels)[:2]) or "format"


def _label(tag: str, here: dict[str, _Attributes]) -> str:
    value = dict(here.get(tag, ())).get(VAL, "")
    if tag == _STYLE:
        return value[:12] if len(value) > 2 else "style"  # localised Words number their styles
    return "sub" if value == "subscript" else _LABELS[tag]
