"""DOCX made new: the translated article by its roles, from whatever it was opened."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as WordDocument

from tests.translation.formats.docx_samples import in_order, xml_of
from tests.translation.formats.in_place_contract import translate
from translation.formats import FORMATS, ReadOptions, WriteOptions
from translation.formats.docx.names import R_PR, SECT_PR, VAL, P, w
from translation.formats.docx.read import read
from translation.formats.docx.write import write
from translation.model.document import Document
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.work.building import build_document

TEXT = "قال الوزير إن الاتفاق تم اليوم بعد حوار طويل جدا بين البلدين. وأضاف أن التعاون مستمر. " * 2
PAGE = f"""<html><body><nav><a href="/">الرئيسية</a></nav><article><h1>عنوان الخبر الأول</h1>
<p>{TEXT}</p><h2>عنوان فرعي</h2><p>{TEXT}</p><ul><li>بند أول</li><li>بند ثان</li></ul>
<table><tr><td>الكويت</td><td>5</td></tr><tr><td>قطر</td></tr></table>
<figure><img src="a.jpg"><figcaption>صورة من اللقاء</figcaption></figure><p>{TEXT}<br>سطر</p>
</article></body></html>"""


def made_from(
    data: bytes, format_id: str, pair: LanguagePair = ARABIC_TO_ENGLISH
) -> tuple[Document, bytes]:
    """Return a document opened from this format and the new DOCX of its translation."""
    spec = next(spec for spec in FORMATS if spec.id == format_id)
    assert spec.read
    document = build_document(spec.read(data, ReadOptions("in", pair)), pair)[0]
    translate(document, lambda number, segment: f"T{number} {strip_codes(segment.source)[:12]}")
    return document, write(document, WriteOptions("out.docx")).data


def opened(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def test_an_article_by_its_roles():
    _, data = made_from(PAGE.encode(), "html")
    styles = [
        paragraph.style.name for paragraph in opened(data).paragraphs
        if paragraph.text and paragraph.style
    ]  # fmt: skip
    assert styles == [
        "Title", "Normal", "Heading 2", "Normal", "List Bullet", "List Bullet", "Caption", "Normal"
    ]  # fmt: skip
    [table] = opened(data).tables
    assert [[cell.text.split()[1:] for cell in row.cells] for row in table.rows] == [
        [["الكويت"], ["5"]], [["قطر"], []],
    ]  # fmt: skip
    assert in_order(xml_of(data)) == []


def test_every_target_once_and_read_again():
    document, data = made_from(("عنوان الخبر\n\n26 يناير 2022\n\n" + TEXT).encode(), "txt")
    targets = [segment.target for segment in document.segments]
    [file] = read(data, ReadOptions("again.docx"))
    again = " ".join(unit.text or "" for unit in file.units)
    assert again == " ".join(target or "" for target in targets)
    assert [unit.role.value for unit in file.units][:2] == ["headline", "subheading"]


def test_arabic_made_new_runs_from_right_to_left():
    english = "Headline of the news\n\n" + "The minister said that the talks went well today. " * 3
    _, data = made_from(english.encode(), "txt", LanguagePair("en", "ar"))
    root = xml_of(data)
    assert in_order(root) == []
    assert all(p.find(f"{w('pPr')}/{w('bidi')}") is not None for p in root.iter(P))
    assert all(r.find(f"{R_PR}/{w('rtl')}") is not None for r in root.iter(w("r")))
    assert next(root.iter(SECT_PR)).find(w("bidi")) is not None
    language = next(xml_of(data, "word/styles.xml").iter(w("lang")))
    assert language.get(w("bidi")) == "ar-SA"


def test_english_made_new_names_its_language_and_nobody():
    _, data = made_from(PAGE.encode(), "html")
    facts = opened(data).core_properties
    assert facts.title.startswith("T1 ")
    assert (facts.author, facts.last_modified_by, facts.comments) == ("", "", "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any(b"python-docx" in archive.read(name) for name in archive.namelist())
    assert next(xml_of(data, "word/styles.xml").iter(w("lang"))).get(VAL) == "en-US"
    [zoom] = xml_of(data, "word/settings.xml").iter(w("zoom"))
    assert zoom.get(w("percent")) == "100"


def test_nothing_translated_is_the_source_and_nothing_at_all_is_empty():
    assert opened(write(Document(), WriteOptions("out")).data).paragraphs == []
