"""What of an OpenDocument text is text: results of fields are, hidden text is not.

Text is hidden by text:display of its span's or paragraph's style, by a hidden section,
and by the fields hidden-text and hidden-paragraph (OpenDocument 1.3, part 3, 7.7, 20.415).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.odt.names import SPAN, STYLE_NAME, is_element, qualified, qualified_set

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.odt.blocks import Paragraph
    from translation.formats.odt.styles import Styles

_DISPLAY, _IS_HIDDEN = qualified("text:display"), qualified("text:is-hidden")
HIDDEN_TEXT, _HIDDEN_PARAGRAPH = qualified("text:hidden-text"), qualified("text:hidden-paragraph")
_TEXT = qualified("text:p").removesuffix("p")
_NO_FIELDS = qualified_set(
    "text:a", "text:alphabetical-index-mark", "text:alphabetical-index-mark-end",
    "text:alphabetical-index-mark-start", "text:bookmark", "text:bookmark-end",
    "text:bookmark-start", "text:change", "text:change-end", "text:change-start",
    "text:drop-down", "text:hidden-paragraph", "text:line-break", "text:meta", "text:meta-field",
    "text:note",
    "text:number", "text:reference-mark", "text:reference-mark-end", "text:reference-mark-start",
    "text:ruby", "text:s", "text:script", "text:soft-page-break", "text:span", "text:tab",
    "text:toc-mark", "text:toc-mark-end", "text:toc-mark-start", "text:user-index-mark",
    "text:user-index-mark-end", "text:user-index-mark-start",
)  # fmt: skip
"""What stands in a paragraph and is no field; every other element of this namespace is one."""
TYPED = qualified_set("text:text-input", "text:placeholder", "text:variable-input")
"""Fields that show what somebody typed, or is to type."""
LIVE = qualified_set("text:page-number", "text:page-count")
"""Fields that every program works out anew whenever it shows a page."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one text.

    ``as_before`` reads as the program did before results of fields were text and hidden text was
    left out: projects of that time keep the codes that were read then.
    """

    styles: Styles
    as_before: bool = False

    def is_field(self, element: etree._Element) -> bool:
        """Tell whether an element is a field that shows text."""
        tag = str(element.tag)
        return (
            not self.as_before
            and tag.startswith(_TEXT)
            and tag not in _NO_FIELDS
            and not self.hides_element(element, "")
            and any(str(text).strip() for text in element.itertext())
        )

    def hides_element(self, element: etree._Element, part: str) -> bool:
        """Tell whether this is a hidden span, or a field that hides its text."""
        if self.as_before:
            return False
        if element.tag == HIDDEN_TEXT:
            return element.get(_IS_HIDDEN, "true") != "false"
        if element.tag != SPAN or not self.styles.hide:
            return False
        return self.styles.span(part, element.get(STYLE_NAME, "")).get(_DISPLAY) == "none"

    def hides(self, paragraph: Paragraph) -> bool:
        """Tell whether all of a paragraph is hidden."""
        if self.as_before:
            return False
        return (
            paragraph.is_hidden
            or any(map(_is_hiding, paragraph.element.iter(_HIDDEN_PARAGRAPH)))
            or (self.styles.hide and self._hides_by_style(paragraph))
        )

    def _hides_by_style(self, paragraph: Paragraph) -> bool:
        texts = self.styles.paragraph(paragraph.part, paragraph.style, "text-properties")
        return texts.get(_DISPLAY) == "none" or any(
            self.hides_element(span, paragraph.part)
            for span in paragraph.element.iterancestors(SPAN)
            if is_element(span)
        )


def _is_hiding(field: etree._Element) -> bool:
    return field.get(_IS_HIDDEN) == "true"
