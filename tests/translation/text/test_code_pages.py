"""Which code page a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.text.code_pages import CANDIDATES, readings

NEWS = (
    "أعلنت البلدية اليوم عن خطة جديدة لتنظيف مجرى النهر، وقال رئيسها إن العمل سيبدأ في شهر مايو"
    " ويستمر سبعة أسابيع. وأضاف أن الأدوات متوفرة في المركز."
)
TEXTS = [
    NEWS,
    "قال الوزير إن الحوار مهم.",
    "عنوان",
    "The café in Paris was naïve, wasn't it?",
    "Prices rose by 5 % in March.",
]
ENCODED = [
    (text, encoding)
    for text in TEXTS
    for encoding in CANDIDATES
    if text.encode(encoding, "ignore").decode(encoding) == text
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_the_text_is_among_the_likeliest(text: str, encoding: str) -> None:
    likeliest = readings(text.encode(encoding))
    assert likeliest[0].text == text


@pytest.mark.parametrize("encoding", ["cp1256", "cp720", "mac-arabic", "iso8859-6"])
def test_a_longer_text_leaves_no_doubt(encoding: str) -> None:
    text = NEWS if encoding != "cp720" else NEWS.replace("،", ",")
    first, *others = readings(text.encode(encoding))
    assert first.text == text
    others = [other for other in others if other.text != text]
    assert all(first.likelihood - other.likelihood > 0.4 for other in others)


@given(st.binary(min_size=1, max_size=80))
def test_any_bytes_have_readings_or_none(data: bytes) -> None:
    found = readings(data)
    assert found == sorted(found, key=lambda reading: -reading.likelihood)
