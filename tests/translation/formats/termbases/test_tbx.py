"""TBX as others write it, and ours against the DTD."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.translation.formats.termbases.term_samples import SMALL, termbases
from translation.errors import InputError
from translation.formats import ReadOptions, WriteOptions
from translation.formats.termbases import ReadTerms
from translation.formats.termbases.tbx_names import plain_id, xml_id
from translation.formats.termbases.tbx_read import read
from translation.formats.termbases.tbx_write import write_dca, write_dct, write_martif
from translation.model.term import Term, TermBase, TermEntry, TermStatus

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Default" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>
</fileDesc></martifHeader><text><body>
 <termEntry id="eid-1">
  <descrip type="subjectField">diplo
    macy</descrip>
  <descripGrp><descrip type="definition">A <hi>state's</hi> word.</descrip>
   <admin type="source">book</admin></descripGrp>
  <transacGrp><transac type="transactionType">origination</transac><date>2020</date></transacGrp>
  <note>entry note</note>
  <langSet xml:lang="en">
   <ntig><termGrp><term>treaty</term><termNote type="partOfSpeech">properNoun</termNote>
    <termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    </termNoteGrp></termGrp><note>term note</note></ntig>
   <tig><term>pact</term>
    <termNote type="normativeAuthorization">deprecatedTerm</termNote></tig>
   <tig><term>  </term></tig>
  </langSet>
  <langSet xml:lang="ar"><descrip type="definition">تعريف</descrip>
   <tig><term>معاهدة</term></tig></langSet>
 </termEntry>
 <termEntry><langSet xml:lang="fr"><tig><term>seul</term></tig></langSet></termEntry>
</body></text></martif>"""

_BODY_DCA = """<conceptEntry id="c5"><descrip type="subjectField">art</descrip>
<langSec xml:lang="en">
<descrip type="definition">What it is</descrip><termSec><term>oil</term>
<termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="ar"><termSec><term>زيت</term></termSec></langSec></conceptEntry>"""
_BODY_DCT = """<conceptEntry id="c5"><min:subjectField>art</min:subjectField><langSec xml:lang="en">
<basic:definition>What it is</basic:definition><termSec><term>oil</term>
<min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="ar"><termSec><term>زيت</term></termSec></langSec></conceptEntry>"""
_NAMES = (
    'xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"'
    ' xmlns:basic="http://www.tbxinfo.net/ns/basic"'
)


def opened(text: str | bytes) -> ReadTerms:
    data = text.encode() if isinstance(text, str) else text
    return read(data, ReadOptions("a.tbx"))


def test_tbx_of_2008():
    found = opened(MARTIF)
    assert found.termbase.entries == (
        TermEntry(
            "eid-1",
            (
                Term("en", "treaty", TermStatus.PREFERRED, "proper noun", "term note"),
                Term("en", "pact", TermStatus.FORBIDDEN),
                Term("ar", "معاهدة"),
            ),
            "A state's word.\nتعريف",
            "diplo macy",
            "entry note",
        ),
        TermEntry("t1", (Term("fr", "seul"),)),
    )
    assert [(n.code, dict(n.facts)["count"]) for n in found.notices] == [
        ("term_details_left_out", "2")
    ]


@pytest.mark.parametrize(("style", "body"), [("dca", _BODY_DCA), ("dct", _BODY_DCT)])
def test_tbx_of_2019_in_both_styles(style: str, body: str):
    text = f'<tbx type="TBX-Basic" style="{style}" xml:lang="en" {_NAMES}><text><body>{body}'
    assert opened(text + "</body></text></tbx>").termbase.entries == (
        TermEntry(
            "c5",
            (Term("en", "oil", TermStatus.FORBIDDEN, "noun"), Term("ar", "زيت")),
            "What it is",
            "art",
        ),
    )


@pytest.mark.shared
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(termbase=termbases())
def test_ours_is_valid(shared: Path, termbase: TermBase):
    dtd = etree.DTD(str(shared / "suites" / "schemas" / "TBXcoreStructV02.dtd"))
    for one in (termbase, SMALL):
        root = etree.fromstring(write_martif(one, WriteOptions("out")).data)
        assert dtd.validate(root), dtd.error_log


def test_ours_of_2019_names_its_categories_by_style():
    dca = etree.fromstring(write_dca(SMALL, WriteOptions("out")).data)
    dct = etree.fromstring(write_dct(SMALL, WriteOptions("out")).data)
    assert (dca.get("style"), dct.get("style")) == ("dca", "dct")
    types = {element.get("type") for element in dca.iter("{*}descrip", "{*}termNote")}
    names = {etree.QName(e).localname for e in dct.iter("{http://www.tbxinfo.net/ns/*}*")}
    names |= {
        etree.QName(e).localname
        for e in dct.iter()
        if "tbxinfo" in (etree.QName(e).namespace or "")
    }
    assert types == names == {
        "subjectField", "definition", "administrativeStatus", "partOfSpeech",
    }  # fmt: skip


@pytest.mark.parametrize("id_", ["c1", "42", "a b", "_x0031_", "-x", "", "مصطلح", "a:b/\U0001f600"])
def test_any_id_is_one_in_xml(id_: str):
    assert plain_id(xml_id(id_)) == id_
    if id_:
        etree.fromstring(f'<!DOCTYPE a [<!ATTLIST a id ID #IMPLIED>]><a id="{xml_id(id_)}"/>')
        assert xml_id(id_).isidentifier() or set(xml_id(id_)) & set("-.")


def test_ids_that_come_twice_are_made_different():
    twice = (
        '<termEntry id="a"><langSet xml:lang="en"><tig><term>{}</term></tig></langSet></termEntry>'
    )
    text = f"<martif><text><body>{twice.format('x')}{twice.format('y')}{twice.format('x')}"
    entries = opened(text + "</body></text></martif>").termbase.entries
    assert [(entry.id, entry.terms[0].text) for entry in entries] == [
        ("a", "x"),
        ("t1", "y"),
        ("t2", "x"),
    ]


_ENTITY = '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif>&a;</martif>'
_LAUGHS = '<!DOCTYPE martif [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><martif>&b;</martif>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (_ENTITY, "xml_entities"),
        (_LAUGHS, "xml_entities"),
        ("<martif><text><body><termEntry>", "bad_xml"),
        ("<martif>" + "<descrip>" * 300 + "</descrip>" * 300 + "</martif>", "bad_xml"),
        ("<martif><termEntry><note>" + "a" * 11_000_000, "bad_xml"),
        ("<tmx/>", "wrong_format"),
        ("<martif/>", "no_terms"),
        (
            "<martif><termEntry><langSet><tig><term>a</term></tig></langSet></termEntry></martif>",
            "no_terms",
        ),
    ],
)
def test_refused_in_a_sentence(text: str, reason: str):
    with pytest.raises(InputError) as caught:
        opened(text)
    assert caught.value.reason == reason
