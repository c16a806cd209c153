"""Control words of RTF by what they mean here; all others mean nothing for the text."""

from __future__ import annotations

CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "tab": "\t", "~": "\u00a0", "_": "\u2011",
}  # fmt: skip
BREAKS = frozenset({"line", "lbr", "softline", "column", "page", "softpage"})
PARAGRAPH_ENDS = frozenset({"par", "sect", "\r", "\n"})
CELL_ENDS = frozenset({"cell", "nestcell"})

APART = frozenset({"footnote", "shptxt", "dptxbxtext"})
"""Groups whose text is read after the paragraph they stand in."""
AT_THE_END = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())
"""Groups whose text is read after the document's own."""
WITHIN = frozenset({"fldrslt", "result"})
"""Groups whose text stands in that around them."""
HOLDERS = frozenset({"shpinst", "do", "info", "object"})
"""Groups without text of their own; what is to be read stands in groups within."""
PASSED = frozenset(
    """
    atnauthor atndate atnid atnref atrfend atrfstart bkmkend bkmkstart colortbl comment datafield
    datastore falt ffdata fldinst fname fontemb formfield ftncn ftnsep ftnsepc aftncn aftnsep
    aftnsepc listtext mmath momath nonesttables nonshppict objclass objdata panose pict pn pntext
    pntxta pntxtb private revtbl rxe shppict shprslt tc tcn template themedata txe upr xe
    """.split()
)
"""Groups that hold no text of the document, some of which older programs leave unmarked."""

ON_OR_OFF = {"b": "bold", "i": "italic", "strike": "struck", "striked": "struck"}
UNDERLINES = frozenset(
    """
    ul uld uldash uldashd uldashdd uldb ulhwave ulldash ulth ulthd ulthdash ulthdashd ulthdashdd
    ulthldash ululdbwave ulw ulwave
    """.split()
)

MEANT = (
    frozenset({"u", "f", "af", "uc", "rtlch", "ltrch", "v", "deleted", "mvf", "ab", "ai", "plain"})
    | frozenset({"ulnone", "super", "sub", "nosupersub", "pard", "s", "intbl", "ls"})
    | frozenset({"outlinelevel", "fcharset", "cpg", "deff", "ansicpg", "ansi", "mac", "pc", "pca"})
    | frozenset({*CHARACTERS, *BREAKS, *PARAGRAPH_ENDS, *CELL_ENDS, *ON_OR_OFF, *UNDERLINES})
)
"""Words that mean anything for the text where they do not begin a group."""
