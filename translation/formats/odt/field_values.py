"""What an OpenDocument field says beside the text it shows, renewed with its translation.

Office programs fill fields from these values as soon as they open a text; what is left of the
source there would be shown in place of the translation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.odt.names import qualified, qualified_set

if TYPE_CHECKING:
    from lxml import etree

_VALUES = (
    "office:string-value", "text:string-value", "text:string-value-if-true",
    "text:string-value-if-false", "text:title",
)  # fmt: skip
_OF_DOCUMENT = qualified_set(
    "text:title", "text:subject", "text:keywords", "text:description", "text:user-defined"
)
"""Fields that show a property of the document, which stays in its language: they are fixed."""
_IDENTIFIER = qualified("text:identifier")
"""What a citation shows in brackets, unless its program was given another text as its title."""
_FIXED = qualified("text:fixed")
_USER_FIELD, _DECLARATION = qualified("text:user-field-get"), qualified("text:user-field-decl")
_NAME, _STRING = qualified("text:name"), qualified("office:string-value")


def renew(original: etree._Element, made: etree._Element) -> None:
    """Give a field that was ``made`` for the translation of ``original`` the values it shows."""
    was, now = "".join(map(str, original.itertext())), made.text or ""
    if was == now:
        return
    for name in map(qualified, _VALUES):
        if made.get(name) == was:
            made.set(name, now)
    if made.get(_IDENTIFIER) and was == f"[{made.get(_IDENTIFIER)}]":
        made.set(_IDENTIFIER, now.strip("[] "))
    elif made.tag in _OF_DOCUMENT:
        made.set(_FIXED, "true")
    elif made.tag == _USER_FIELD:
        for declaration in made.getroottree().iter(_DECLARATION):
            if (declaration.get(_NAME), declaration.get(_STRING)) == (made.get(_NAME), was):
                declaration.set(_STRING, now)
