"""What test_xliff2 and test_xliff2_in_place work with."""

from __future__ import annotations

from dataclasses import replace

from translation.formats import ReadOptions, WriteOptions
from translation.formats.xliff2.read import read
from translation.formats.xliff2.write import write
from translation.model.document import Document
from translation.model.edits import Put
from translation.work.building import build_document

NS = {"x": "urn:oasis:names:tc:xliff:document:2.0"}


WITHOUT_TEXT = {"almostEmpty.xlf", "Good-val_ExactlyOneAttributeOnRule.xlf"}
"""Valid files of the suite that hold nothing to translate, and say so when opened."""


REAL = """<?xml version="1.0"?>
<!-- made by hand -->
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:v="urn:vendor" version="2.1"
       srcLang="ar" trgLang="en" v:job='7'><?vendor keep="me"?>
 <file id="f1" original="a.html" v:path="/x">
  <v:extra><v:deep>kept</v:deep></v:extra>
  <notes><note id="n1">about the file</note></notes>
  <group id="g1" translate="no">
   <unit id="u0"><segment><source>مقفل</source></segment></unit>
  </group>
  <unit id="u1" v:status="new">
   <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
    <mtc:match ref="#s2" origin="Some NMT" type="mt" matchQuality="88.5" v:kept="yes">
     <source>انتهى</source><target>It ended</target>
    </mtc:match>
   </mtc:matches>
   <notes><note id="n1" category="x">mind the <!-- ? -->tone</note></notes>
   <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
   <segment id="s1" state="translated" subState="v:checked">
    <source>زار <pc id="1" dataRefStart="d1" dataRefEnd="d2">الوزير</pc><ph id="2"/></source>
    <target order="1"><![CDATA[The]]> <pc id="1" dataRefStart="d1" dataRefEnd="d2">man</pc></target>
   </segment>
   <ignorable><source> </source></ignorable>
   <segment id="s2">
    <source>انتهى</source>
   </segment>
  </unit>
 </file>
</xliff>
"""


def opened(text: str = REAL) -> Document:
    return build_document(read(text.encode(), ReadOptions("theirs.xlf")))[0]


def exported(document: Document) -> str:
    return write(document, WriteOptions("out.xlf")).data.decode()


def put(document: Document, row: int, **changes: object) -> None:
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, **changes)))  # type: ignore[arg-type]


def core_unit(inside: str, attributes: str = "", version: str = "2.0") -> str:
    return (
        f'<xliff xmlns="{NS["x"]}" version="{version}" srcLang="ar" trgLang="en"><file id="f">'
        f'<unit id="u" {attributes}>{inside}</unit></file></xliff>'
    )
