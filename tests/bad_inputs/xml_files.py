"""Bad XLIFF (35 to 64) and TMX (65 to 71)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.bad_inputs.kinds import BadFile, BadInput, Opened, Refused
from tests.translation.formats import test_xliff_bad_files as xliff
from tests.translation.formats import test_xliff_vendors as vendors
from tests.translation.formats.test_tmx import tu

_BAD = "tests/translation/formats/test_xliff_bad_files.py"
_PLACE = "tests/translation/formats/test_xliff_place.py"
_TMX = "tests/translation/formats/test_tmx.py"
_XML = "tests/translation/formats/test_safe_xml.py"
_WORDS = {
    "bad_xml": "not well-formed XML",
    "xml_entities": "XML entities",
    "wrong_format": "is not XLIFF",
}


def _listed(number: int, what: str, *tests: str) -> BadInput:
    """The files of a number that test_xliff_bad_files has already, in both versions."""
    files: list[BadFile] = []
    cases: list[str] = []
    for name, (reason, make) in xliff.REFUSED.items():
        if _means(name, number):
            cases.append(f"{_BAD}::test_it_is_refused_in_one_sentence[{name}]")
            files += _each(make, Refused(_WORDS[reason]))
    for name, make in xliff.OPENED.items():
        if _means(name, number):
            cases.append(f"{_BAD}::test_it_opens_and_comes_back_whole[{name}]")
            files += _each(make, Opened())
    return BadInput(what, tuple(files), (*cases, *tests))


def _means(name: str, number: int) -> bool:
    first, _, last = name.partition(" ")[0].partition("-")
    return int(first) <= number <= int(last or first)


def _each(make: Callable[[], tuple[bytes, ...]], expected: Refused | Opened) -> list[BadFile]:
    return [
        BadFile("a.xlf", lambda number=number: make()[number], expected)  # type: ignore[misc]
        for number in range(len(make()))
    ]


def _large() -> bytes:
    """Return 100 MB of 100,000 units with notes and suggestions."""
    unit = (
        '<trans-unit id="{0}"><source>قال الوزير إن الحوار مهم {0}.</source><target>{1}</target>'
        '<note>{1}</note><alt-trans match-quality="80" origin="MT"><source>{1}</source><target>{1}'
        "</target></alt-trans></trans-unit>\n"
    )
    said = "The minister said that the dialogue between the two countries is important. " * 3
    return xliff.in_1("".join(unit.format(number, said) for number in range(100_000)))


def _tmx(body: str, head: str = "", srclang: str = "ar") -> Callable[[], bytes]:
    text = (
        f'{head}<tmx version="1.4"><header srclang="{srclang}" adminlang="en" creationtool="x"'
        ' creationtoolversion="1" segtype="sentence" o-tmf="x" datatype="plaintext"/>'
        f"<body>{body}</body></tmx>"
    )
    return text.encode


_MANY = "<tu " + "".join(f'a{n}="" ' for n in range(100_000))
_ATTRIBUTES = xliff.UNIT_1.replace("<trans-unit ", f"<trans-unit {_MANY[4:]}")
_ATTRIBUTES_2 = xliff.UNIT_2.replace("<unit ", f"<unit {_MANY[4:]}")
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_PAIR = tu(("ar", "نص"), ("en", "Text"))

XLIFF: dict[int, BadInput] = {
    35: _listed(35, "cut off"),
    36: _listed(36, "a blank before the declaration"),
    37: _listed(37, "an entity that is a file"),
    38: _listed(38, "a parameter entity that is a file"),
    39: _listed(39, "entities in entities: a billion laughs"),
    40: _listed(40, "a long entity used many times",
                f"{_XML}::test_entity_declarations_are_refused"),
    41: _listed(41, "a harmless entity in a text"),
    42: _listed(42, "20,000 elements one in another"),
    43: _listed(43, "a text of 12 MB"),
    44: replace(
        _listed(44, "100,000 attributes"),
        files=(
            BadFile("a.xlf", lambda: xliff.in_1(_ATTRIBUTES), Opened(1, ("نص",))),
            BadFile("a.tmx", _tmx(_PAIR.replace("<tu ", _MANY)), Opened(1, ("نص",))),
            BadFile("a.xlf", lambda: xliff.in_2(_ATTRIBUTES_2), Opened(1, ("نص",))),
        ),
    ),
    45: _listed(45, "references to characters that are none"),
    46: _listed(46, "another encoding than it says"),
    47: _listed(47, "XML 1.1"),
    48: _listed(48, "no namespace, another one, other versions",
                f"{_BAD}::test_strictly_it_is_refused_and_else_told"),
    49: _listed(49, "an id twice, in one file and in two",
                "tests/translation/formats/test_xliff.py::test_ids_that_occur_twice_are_kept_once"),
    50: _listed(50, "no target language, or from English",
                "tests/translation/formats/test_xliff.py::test_a_missing_target_language",
                "tests/translation/formats/test_xliff.py::test_a_real_file_with_arabic_as_the_target"),
    51: _listed(51, "processing instructions between units",
                f"{_BAD}::test_instructions_and_comments_outlive_an_edit"),
    52: _listed(52, "comments and CDATA in a source",
                f"{_PLACE}::test_comments_inside_a_changed_target_stay"),
    53: _listed(53, "codes missing, added, moved, twice or in halves",
                "tests/translation/formats/test_xliff.py::test_every_inline_element_is_a_code_known_on_both_sides"),
    54: _listed(54, "marks of source and target that do not match",
                "tests/translation/formats/test_xliff.py::test_segments_that_do_not_match_lose_nothing"),
    55: _listed(55, "targets empty, missing, closed at once, behind a suggestion"),
    56: _listed(56, "locked and approved units",
                "tests/translation/formats/test_xliff.py::test_locks_notes_and_roles"),
    57: _listed(57, "states nobody knows",
                f"{_PLACE}::test_a_vendor_state_stays_while_ours_does"),
    58: _listed(58, "a suggestion without a target"),
    59: _listed(59, "white space kept and not",
                "tests/translation/formats/test_xliff.py::test_white_space_is_kept_where_it_counts"),
    60: _listed(60, "a prefix that nobody declared",
                f"{_XML}::test_a_prefix_that_nobody_declared_is_overlooked"),
    61: _listed(61, "several segments with an order and white space between"),
    62: BadInput(
        "units that may not be segmented anew; the invalid files of OASIS",
        tests=(
            "tests/translation/formats/test_xliff2.py::test_a_unit_that_may_not_be_resegmented_says_so",
            "tests/translation/formats/test_xliff2.py::test_strictly_each_invalid_file_is_refused_by_the_rule_it_breaks",
            "tests/app/test_fixed_segments.py::test_splitting_and_merging_are_refused_in_a_sentence",
        ),
    ),
    63: BadInput(
        "100 MB of 100,000 units",
        (BadFile("large.xlf", _large, Opened(100_000)),),
        (f"{_BAD}::test_a_very_long_file_is_never_whole_in_memory",),
    ),
    64: BadInput(
        "the XLIFF of Trados and of memoQ",
        (
            BadFile("a.sdlxliff", lambda: vendors.SDL, Opened()),
            BadFile("a.mqxliff", lambda: vendors.MQ, Opened()),
            BadFile("a.xlf", lambda: vendors.SDL, Opened()),
        ),
        (
            "tests/translation/formats/test_xliff_vendors.py::test_only_the_changed_segment_of_trados_changes",
            "tests/translation/formats/test_xliff_vendors.py::test_what_memoq_says_is_read_and_written",
        ),
    ),
}  # fmt: skip

TMX: dict[int, BadInput] = {
    65: BadInput(
        "any language may be the source",
        (BadFile("a.tmx", _tmx(_PAIR, srclang="*all*"), Opened(1, ("نص",))),),
        (f"{_TMX}::test_any_language_may_be_the_source",),
    ),
    66: BadInput(
        "three languages, and one in three spellings",
        (
            BadFile(
                "a.tmx",
                _tmx(
                    tu(("AR", "ا"), ("fr", "c"), ("en_US", "b")) + tu(("ar-KW", "ث"), ("en", "d"))
                ),
                Opened(2, ("ا", "ث")),
            ),
        ),
        (f"{_TMX}::test_three_languages_and_their_spellings",),
    ),
    67: BadInput(
        "a DOCTYPE that leads nowhere",
        (
            BadFile("a.tmx", _tmx(_PAIR, _DOCTYPE), Opened(1, ("نص",))),
            BadFile("a.tmx", _tmx(tu(("ar", "&x;"), ("en", "a")), _DOCTYPE),
                    Refused("XML entities")),
        ),
        (f"{_TMX}::test_a_doctype_that_leads_nowhere",),
    ),
    68: BadInput(
        "units of one text, and of two in one language",
        (
            BadFile(
                "a.tmx",
                _tmx(tu(("ar", "ا")) + tu(("ar", "ث"), ("en", "d"), ("en", "e"))),
                Opened(2, ("ا", "ث"), "the first was taken"),
            ),
        ),
        (f"{_TMX}::test_one_text_and_two_of_one_language",),
    ),
    69: BadInput(
        "codes that do not fit one another",
        (
            BadFile(
                "a.tmx",
                _tmx(tu(("ar", '<it pos="begin" x="1">[i]</it>نص<ph x="7">[4 <sub>in</sub>]</ph>'),
                        ("en", '<ept i="9">]</ept>Text'))),
                Opened(1, notice="without its other half"),
            ),
        ),
        (f"{_TMX}::test_codes_that_do_not_fit_one_another",),
    ),
    70: BadInput(
        "said to be ASCII",
        (
            BadFile("a.tmx", _tmx(_PAIR, '<?xml version="1.0" encoding="US-ASCII"?>'),
                    Opened(1, ("نص",), "ASCII")),
        ),
        (f"{_TMX}::test_said_to_be_ascii",),
    ),
    71: BadInput(
        "an empty text",
        (BadFile("a.tmx", _tmx(tu(("ar", "نص"), ("en", "")) + tu(("ar", ""), ("en", "x"))),
                 Opened(1, ("نص",))),),
        (f"{_TMX}::test_empty_texts",),
    ),
}  # fmt: skip
