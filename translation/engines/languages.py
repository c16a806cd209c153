"""Language codes as models record them (mostly ISO 639-3), and as documents do (BCP 47)."""

from __future__ import annotations

SHORT_CODES: dict[str, str] = {
    "ara": "ar", "arb": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de",
    "ell": "el", "eng": "en", "epo": "eo", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi",
    "fra": "fr", "gle": "ga", "glg": "gl", "heb": "he", "hin": "hi", "hun": "hu", "hye": "hy",
    "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kat": "ka", "kor": "ko", "lav": "lv",
    "lit": "lt", "mkd": "mk", "msa": "ms", "nld": "nl", "nor": "no", "pes": "fa", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "sqi": "sq",
    "swa": "sw", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
    "zho": "zh",
}  # fmt: skip
"""The two-letter code that BCP 47 asks for, of each three-letter code that has one."""


def bcp47(code: str) -> str:
    """Return the BCP 47 tag of a language code from a model's files; unknown ones stay."""
    return SHORT_CODES.get(code, code)
