"""What of a Word document is text: results of fields are, hidden text is not.

Text is hidden by w:vanish or w:specVanish of its run, of the run's style, of its paragraph's or
table's style or of the document; by a hidden row of a table, a hidden run around its text box or
a hidden reference to its note. In styles the property toggles: set in two of them it is off again
(ECMA-376 part 1, 17.7.3). w:webHidden hides on web pages alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.docx.names import P_PR, R_, R_PR, TBL, TBL_PR, P, is_on, w
from translation.formats.docx.styles import flag, style_of

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.docx.styles import Styles

_VANISH, _ALWAYS = w("vanish"), w("specVanish")
_ROW, _HIDDEN_ROW = w("tr"), f"{w('trPr')}/{w('hidden')}"
_TEXT_BOX, _ID = w("txbxContent"), w("id")
_NOTES = (w("footnote"), w("endnote"))
_REFERENCES = {w("footnoteReference"): _NOTES[0], w("endnoteReference"): _NOTES[1]}
TEXT_FIELDS = frozenset({"HYPERLINK", "QUOTE", "FORMTEXT", "MACROBUTTON"})
"""Fields that show what their author wrote, and nothing the program works out."""


@dataclass(slots=True)
class Rules:
    """The rules of one document.

    ``as_before`` reads as the program did before results of fields were text and styles hid it:
    projects of that time keep the codes that were read then.
    """

    styles: Styles
    as_before: bool = False
    hides_nothing: bool = False
    """Whether the part looked at last has nothing hidden, as most have: that is a quick answer."""
    _hiding: dict[str, bool] = field(default_factory=dict)
    _around: dict[etree._Element | None, bool] = field(default_factory=dict)
    """Whether what a paragraph's parent stands in is hidden."""
    _hidden_notes: set[tuple[str, str | None]] = field(default_factory=set)

    def is_text(self, field_kind: str) -> bool:
        """Tell whether the result of such a field is text."""
        return not self.as_before or field_kind in TEXT_FIELDS

    def joins(self) -> bool:
        """Tell whether paragraphs are one where the mark between them is deleted."""
        return not self.as_before

    def hides_by_place(self, paragraph: etree._Element) -> bool | None:
        """Tell whether a paragraph's style hides its text; None where all that it is in is hidden.

        That is a row of a table, a run around a text box, or a note no visible text refers to.
        """
        if self.as_before or self.hides_nothing:
            return False
        parent = paragraph.getparent()
        if parent not in self._around:
            around = paragraph.iterancestors(_ROW, R_, *_NOTES)
            self._around[parent] = any(map(self._hides_around, around))
        return None if self._around[parent] else self._hides_by_style(paragraph)

    def _hides_by_style(self, paragraph: etree._Element) -> bool:
        hidden = False
        table = next(paragraph.iterancestors(TBL, _TEXT_BOX), None)
        if table is not None and table.tag == TBL:
            hidden = self._hides(style_of(table.find(TBL_PR), "tblStyle"), "table")
        return hidden != self._hides(style_of(paragraph.find(P_PR), "pStyle"), "paragraph")

    def _hides_around(self, around: etree._Element) -> bool:
        if around.tag == _ROW:
            return flag(around.find(_HIDDEN_ROW))
        if around.tag == R_:
            outer = next(around.iterancestors(P), None)
            by_place = outer is not None and self._hides_by_style(outer)
            return self.hides(around.find(R_PR), by_place)
        return (around.tag, around.get(_ID)) in self._hidden_notes

    def look_at(self, root: etree._Element) -> None:
        """Look whether a part hides text, and which notes only its hidden text refers to."""
        self._around.clear()
        found = next(root.iter(_VANISH, _ALWAYS, w("hidden")), None)
        self.hides_nothing = found is None and not self.styles.hide and not self._hidden_notes
        if self.hides_nothing or self.as_before:
            return
        seen: set[tuple[str, str | None]] = set()
        for tag, note in _REFERENCES.items():
            for reference in root.iter(tag):
                key = (note, reference.get(_ID))
                run = reference.getparent()
                if run is not None and run.tag == R_ and self._hides_around(run):
                    self._hidden_notes.add(key)
                else:
                    seen.add(key)
        self._hidden_notes.difference_update(seen)

    def hides(self, properties: etree._Element | None, by_place: bool | None) -> bool:
        """Tell whether a run of these properties is hidden, ``by_place`` being its paragraph's."""
        if by_place is None:
            return True
        if properties is None or self.hides_nothing:
            return by_place
        if not self.as_before and flag(properties.find(_ALWAYS)):
            return True
        own = properties.find(_VANISH)
        if own is not None:
            return is_on(own)
        style = "" if self.as_before else style_of(properties, "rStyle")
        return by_place if not style else by_place != self._hides(style, "character")

    def _hides(self, style: str, kind: str) -> bool:
        key = f"{kind} {style}"
        if key not in self._hiding:
            if kind == "paragraph":
                found = self.styles.paragraph_run(style, "vanish")
            else:
                found = self.styles.own_run(style, "vanish")
            self._hiding[key] = flag(found)
        return self._hiding[key]
