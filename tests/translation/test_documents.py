"""What readers found becomes a document: ids from outside and ids of our own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from translation.errors import InputError
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit
from translation.model.language import LanguagePair
from translation.system.cancel import Cancelled
from translation.system.fetching import FetchedPage
from translation.system.web_address import read_address
from translation.work.building import build_document
from translation.work.documents import document_from_page, open_document


def bilingual(name: str, *ids: str | None) -> ImportedFile:
    units = tuple(ImportedUnit(segments=(ImportedSegment("نص.", id=id_),)) for id_ in ids)
    return ImportedFile(name, "xliff", b"", units)


def test_ids_of_a_later_file_are_kept_from_the_ids_we_make():
    document, _ = build_document([bilingual("one.xlf", None, None), bilingual("two.xlf", "s3")])
    assert "s3" in document
    assert document.file_of(document.segment("s3")).name == "two.xlf"


def test_ids_of_several_files_and_their_units_are_unique():
    document, _ = build_document(
        [bilingual("one.xlf", "1", "f9"), bilingual("two.xlf", "1", "u30", "f9")]
    )
    segments = [segment.id for segment in document.segments]
    assert segments[:2] == ["1", "f9"]
    assert segments[3] == "u30"
    everything = [*segments, *(u.id for u in document.units), *(f.id for f in document.files)]
    assert len(set(everything)) == len(everything)


def test_a_text_that_is_hardly_arabic_is_said_where_nobody_named_its_language(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("The mayor said that the new line carries riders.\n", encoding="utf-8")
    assert "little_arabic" in {notice.code for notice in open_document(path).notices}
    named = open_document(path, pair=LanguagePair("en", "ar"))
    assert "little_arabic" not in {notice.code for notice in named.notices}
    path.write_text("قال الوزير إن NATO و OSCE مهمتان اليوم.\n", encoding="utf-8")
    assert "little_arabic" not in {notice.code for notice in open_document(path).notices}


PAGES = {
    "one long paragraph": "<p>" + "نعم. " * 9_000,
    "many tags": "<p><b>نعم</b> لا</p>" * 1_500,
    "signs": "<p>" + "< 1 " * 9_000,
}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_given_up_wherever_its_reading_is(kind):
    """It is asked often enough, and whenever Cancel comes nothing but Cancelled goes out."""
    data = PAGES[kind].encode()
    page = FetchedPage(data, "a.html", "utf-8", read_address("https://news.example/a"))
    asked = []
    with suppress(InputError):
        document_from_page(page, lambda *step: asked.append(step))
    assert len(asked) > 4
    for last in range(0, len(asked), max(1, len(asked) // 4)):
        left = iter(range(last))

        def cancel(*_step, left=left):
            if next(left, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            document_from_page(page, cancel)
