"""What the LISA TMX Compliance Kit says its files hold, from the files that stand beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from lxml import etree

from translation.model.language import LanguagePair


@dataclass(frozen=True)
class ImportTest:
    """An import test: the pair it is about, and the paired files of source and target.

    ``expected`` are the pairs themselves where the kit has no file for them but says in the
    test what is to be imported.
    """

    name: str
    pair: LanguagePair
    source: str = ""
    target: str = ""
    expected: tuple[tuple[str, str], ...] = ()


_FRENCH = LanguagePair("en-us", "fr-ca")
_BRITISH = LanguagePair("en-us", "en-gb")
_ENTRIES = (
    ("First entry in US English", "First entry in UK English"),
    ("Second entry in US English", "Second entry in UK English"),
)
_CLICK = "Click  to start."

LEVEL_1 = (
    ImportTest("ImportTest1A", _FRENCH, "ImportTest1A.txt", "ImportTest1A_fr-ca.txt"),
    ImportTest("ImportTest1A", _FRENCH, "ImportTest1A.rtf", "ImportTest1A_fr-ca.rtf"),
    ImportTest("ImportTest1B", _FRENCH, "ImportTest1B.txt", "ImportTest1B_fr-ca.txt"),
    ImportTest("ImportTest1B", _FRENCH, "ImportTest1B.rtf", "ImportTest1B_fr-ca.rtf"),
    ImportTest("ImportTest1C", _FRENCH, "ImportTest1C.txt", "ImportTest1C_fr-ca.txt"),
    ImportTest("ImportTest1C", _FRENCH, "ImportTest1C.rtf", "ImportTest1C_fr-ca.rtf"),
    *(
        ImportTest(
            f"ImportTest1{x}", _BRITISH, f"ImportTest1{x}.{kind}", f"ImportTest1{x}_en-gb.{kind}"
        )
        for x in "DEFGH"
        for kind in ("txt", "rtf")
    ),
    ImportTest(
        "ImportTest1I", LanguagePair("en-us", "ja-jp"), "ImportTest1I.txt", "ImportTest1I_ja-jp.txt"
    ),
    ImportTest("ImportTest1J", _BRITISH, expected=_ENTRIES),
    ImportTest("ImportTest1J_many", _BRITISH, expected=_ENTRIES),
    ImportTest(
        "ImportTest1K",
        LanguagePair("de-de", "en-gb"),
        expected=(("First Entry - German", "First Entry - UK English"),),
    ),
    ImportTest(
        "ImportTest1K",
        LanguagePair("fr-ca", "en-gb"),
        expected=(("Second Entry - French Canadian", "Second Entry - UK English"),),
    ),
    ImportTest(
        "ImportTest1L",
        LanguagePair("en-us", "fr"),
        expected=(("Text of the segment.", "Texte du segment."),),
    ),
    ImportTest("ImportTest2B", _FRENCH, "ImportTest2B.rtf", "ImportTest2B_fr-ca.rtf"),
    ImportTest(
        "ImportTest2C",
        LanguagePair("en-us", "fr"),
        expected=((_CLICK, "Cliquez  pour commencer."),),
    ),
)
"""Texts, without their codes."""

LEVEL_2 = tuple(
    ImportTest(name, _FRENCH, "ImportTest2A.htm", "ImportTest2A_fr-ca.htm")
    for name in ("ImportTest2A", "ImportTest2A-0index")
)
"""Texts with the markup of their codes, as the pages have them."""


def paired_lines(path: Path) -> list[str]:
    """Return the segments that a paired text or RTF file holds, one a line."""
    data = path.read_bytes()
    if path.suffix == ".rtf":
        text = _rtf_text(data.decode("cp1252"))
    else:
        text = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig")
    lines = (line.strip("\r\0") for line in text.split("\n"))
    return [line for line in lines if line.strip()]


def paired_paragraphs(path: Path) -> list[str]:
    """Return the paragraphs of a paired page with their markup, entities as characters."""
    page = path.read_bytes().decode("cp1252")
    return [unescape(found) for found in re.findall(r"<p>(.*?)</p>", page)]


def exported(path: Path, with_codes: bool) -> list[list[tuple[str, object]]]:
    """Return for each unit its languages and texts: what an export test is equal in.

    With codes, each is its name, ``x`` and content; ``i``, which any program numbers as it
    likes, is left to tie the halves of a pair (here: the place of the opening one).
    """
    root = etree.fromstring(path if isinstance(path, bytes) else path.read_bytes())
    return [
        [
            (tuv.get("{http://www.w3.org/XML/1998/namespace}lang").lower(), _seg(tuv, with_codes))
            for tuv in tu.iterfind("tuv")
        ]
        for tu in root.iter("tu")
    ]


def _seg(tuv: etree._Element, with_codes: bool) -> object:
    seg = tuv.find("seg")
    if not with_codes:
        return "".join(seg.itertext())
    parts: list[object] = [seg.text or ""]
    opened: dict[str, int] = {}
    for place, child in enumerate(seg):
        tie: object = None
        if child.tag == "bpt":
            assert child.get("i") not in opened
            opened[child.get("i")] = tie = place
        elif child.tag == "ept":
            tie = opened[child.get("i")]
        parts += [(child.tag, child.get("x"), child.get("pos"), tie, child.text), child.tail or ""]
    return parts


_RTF = re.compile(
    r"\{\\(?:fonttbl|pict|\*)(?:[^{}]|\{[^{}]*\})*\}|\\'([0-9a-f]{2})|\\([a-z]+)(-?\d*) ?|[{}\r\n]"
)
_RTF_WORDS = {"par": "\n", "tab": "\t", "rquote": "’", "ldblquote": "“", "endash": "–"}


def _rtf_text(rtf: str) -> str:
    def plain(found: re.Match[str]) -> str:
        if found[1]:
            return bytes([int(found[1], 16)]).decode("cp1252")
        return _RTF_WORDS.get(found[2] or "", "")

    return _RTF.sub(plain, rtf)
