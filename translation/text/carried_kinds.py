"""Kinds of things that a translation carries unchanged: ``KINDS`` is the one table of them.

Patterns are regular expressions without groups that capture. A letter of another script may
touch what they find: Arabic writes "and" and "to" together with the word that follows.
"""

from __future__ import annotations

from dataclasses import dataclass

from translation.text.emoji import EMOJI

LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
"""Latin letters, as the inside of a character class."""

_CODE = "\ue000-\uf8ff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_IN_ADDRESS = rf"[^\s<>\"«»“”،؛{_BIDI}{_CODE}]"
_START = rf"(?<![{LATIN}0-9_])"
_NO_START = rf"(?<![{LATIN}0-9_@./-])"
_END = rf"(?![{LATIN}0-9_])"
_NAME = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_DOMAINS = "com|org|net|edu|gov|int|mil|info|biz|app|dev|museum|online|site|news|blog|aero|coop"
_SUFFIXES = (
    "pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|md|csv|tsv|json|jsonl|xml|xlf|xliff|tmx|tbx|po|pot"
    "|srt|vtt|html?|css|js|ts|php|py|java|cpp|exe|dll|msi|apk|dmg|iso|zip|rar|gz|tar|7z|jpe?g|png"
    "|gif|svg|webp|bmp|tiff?|mp3|mp4|wav|avi|mkv|mov|ini|cfg|conf|log|sql|db|sh|bat|ya?ml|toml"
)
SIGN = "[$€£¥₹₽₺₪₩₫₴₦₱₿¢]"
MONEY = (
    "USD|EUR|GBP|JPY|CNY|CHF|CAD|AUD|INR|RUB|TRY|SAR|AED|KWD|BHD|QAR|OMR|EGP|JOD|IQD|SYP|LBP|YER"
    "|MAD|TND|DZD|LYD|SDG|ILS|IRR|PKR|BTC"
)
FIGURE = r"\d(?:[\d.,\u066b\u066c\u00a0\u202f]*\d)?"
_BLANK = "[ \u00a0]"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = rf"[{LATIN}]{{3,}}\.?"
_SHORT_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_CONVERSION = r"[-+\#0]*\d*(?:\.\d+)?(?:hh?|ll?|[qjzt])?[diouxXeEfFgGaAcspn@]"
_WORD = (
    rf"[{LATIN}0-9]*[{LATIN}][{LATIN}0-9]*"
    rf"(?:(?:[-'’._/&+:@*]|\s?&\s?)[{LATIN}0-9]+)*\+*\#?"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that is carried.

    ``exact`` kinds must be the same to the letter, and may stand in a target only where the
    source has them; of the others the digits may be those of another script. ``is_shown``
    ones a model reads and mostly copies by itself; of the rest it makes anything, so that it
    is best not shown them.
    """

    id: str
    pattern: str
    exact: bool = False
    is_shown: bool = False


def _one_of(*patterns: str) -> str:
    return "|".join(patterns)


AMOUNT = "amount"
EMOJI_KIND = "emoji"
ENTITY = "entity"
TAG = "tag"
WORDS = "words"

KINDS: tuple[Kind, ...] = (
    Kind(
        "address",
        rf"{_START}(?:(?:https?|ftps?|sftp|file|git|ssh|wss?)://|www\.|mailto:|tel:\+?(?=\d))"
        rf"{_IN_ADDRESS}+",
        exact=True,
    ),
    Kind(
        "email",
        r"(?:[A-Za-z0-9._%+'-]+|(?<!\w)[^\W\dA-Za-z_]+)@(?:[^\W_]+[\w-]*\.)+[^\W\d_]{2,}"
        rf"|{_NO_START}@?[A-Za-z][A-Za-z0-9._%+-]*@[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*{_END}",
        exact=True,
    ),
    Kind(
        TAG,
        _one_of(
            r"</?[A-Za-z][\w:.-]*(?:\s[^<>\n]{0,300})?/?>|</?[0-9]{1,3}/?>|<!--.{0,300}?-->",
            r"\[/?(?:[biusq]|url|img|quote|code|color|size|list|center)(?:=[^\]\n]{1,200})?\]",
        ),
        exact=True,
    ),
    Kind(ENTITY, r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});"),
    Kind(
        "placeholder",
        _one_of(
            r"\{\{[^{}\n]{1,60}\}\}",  # Mustache, Jinja
            r"[$\#%]\{[^{}\n]{1,60}\}",  # shells, Ruby, Java
            r"\{[A-Za-z0-9_.:$!\#@-]{0,60}\}",  # str.format, MessageFormat
            r"\{[A-Za-z0-9_]{1,40}, ?(?:number|date|time)(?:, ?[^{}\n]{1,40})?\}",  # MessageFormat
            r"\[\[[^\[\]\n]{1,60}\]\]",
            r"\[%[^\[\]\n]{1,60}%\]",
            r"<%[^<>\n]{1,60}%>",
            r"\$\([A-Za-z_]\w*\)",
            rf"%(?:[1-9]\d?\$|\([A-Za-z_][\w.]*\)){_CONVERSION}",
            rf"(?<![\d%])%{_CONVERSION}(?![A-Za-z])",  # printf; "50% so" is none
            r"%[A-Z_]{2,40}%",
            rf"{_START}\$[A-Za-z_][A-Za-z0-9_]*",
            r"\\[nrt](?![A-Za-z])",
            "%%",
        ),
        exact=True,
    ),
    Kind(
        "handle",
        rf"(?<![{LATIN}0-9_@.])@[^\W_]\w+(?:\.\w+)*"
        rf"|(?<![{LATIN}0-9_&\#])\#[0-9_]*[{LATIN}][{LATIN}0-9_]*",
        exact=True,
    ),
    Kind(EMOJI_KIND, EMOJI, exact=True),
    Kind(
        AMOUNT,
        _one_of(
            rf"(?:\b[A-Z]{{1,3}})?{SIGN}{_BLANK}?{FIGURE}(?:{_BLANK}?[KMBkmb]n?\b)?",
            rf"(?<![\d.,]){FIGURE}{_BLANK}?{SIGN}",
            rf"{_START}(?:{MONEY}){_BLANK}?{FIGURE}",
            rf"(?<![\d.,]){FIGURE}{_BLANK}?(?:{MONEY}){_END}",
        ),
        is_shown=True,
    ),
    Kind(
        "date",
        rf"(?<![{LATIN}0-9_/.:-])(?:"
        + _one_of(
            r"\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?",
            r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{2,4}",
            r"\d{4}/\d{1,2}/\d{1,2}",
        )
        + r")(?![\w/-])",
        is_shown=True,
    ),
    Kind(
        "code",
        _one_of(
            rf"{_NO_START}(?:[A-Za-z]:\\|~?/|\.\.?/)(?:[\w.-]+[/\\])+[\w.-]*",  # paths
            rf"{_NO_START}(?:[A-Za-z0-9_-]+\.)+(?:{_SUFFIXES})(?![\w-])",  # files
            rf"{_NO_START}10\.\d{{4,9}}/[-._;()/:A-Za-z0-9]*[A-Za-z0-9]",  # DOI
            rf"{_NO_START}(?:{_NAME}\.)+(?:{_DOMAINS}|[a-z]{{2,}}(?=/))(?![\w-])(?:/{_IN_ADDRESS}*)?",
            rf"{_NO_START}\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?::\d+)?(?![\w.])",  # IPv4
            rf"{_NO_START}[vV]?\d+(?:\.\d+){{2,}}(?:[-+][\w.-]*\w)?(?!\w)",  # versions
            rf"{_NO_START}[vV]\d+(?:\.\d+)*(?!\w)",
            rf"(?<![{LATIN}0-9_+])\+\d{{1,3}}(?:[ \u00a0-]?\(?\d{{2,}}\)?){{2,6}}(?!\w)",  # phones
            rf"{_START}[0-9a-fA-F]{{8}}(?:-[0-9a-fA-F]{{4}}){{3}}-[0-9a-fA-F]{{12}}(?!\w)",  # UUID
            rf"{_NO_START}(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{{7,}}(?![\w-])",  # hashes
            rf"{_NO_START}[a-z]{{2,3}}[-_](?:[A-Z][a-z]{{3}}[-_])?[A-Z]{{2}}(?![\w-])",  # locales
            # models and orders: F-16, COVID-19, MP3, AB-1234-XZ, ISO 9001
            rf"{_NO_START}(?:[A-Z]+[A-Za-z]*[-/]?\d|\d+[-/]?[A-Z]{{2,}}[-/]?\d"
            r"|[A-Z]{2,}\d*[-_/][A-Z\d]*\d)[A-Za-z\d]*(?:[-/.][A-Za-z\d]*[A-Z\d])*(?![\w-])",
            rf"{_NO_START}[A-Z]{{2,}}{_BLANK}(?=\d{{3}})\d+(?:[-:]\d+)*(?![\w-])",
        ),
        is_shown=True,
    ),
)
"""In the order in which they are tried: what belongs to an address is no code of its own."""

FOREIGN: tuple[Kind, ...] = (
    Kind(
        "date",
        rf"(?<![{LATIN}0-9_/.:-])(?:"
        + _one_of(
            rf"{_DAY}\.?{_BLANK}(?:of{_BLANK})?{_MONTH},?{_BLANK}\d{{2,4}}",
            rf"{_MONTH}{_BLANK}{_DAY},?{_BLANK}\d{{2,4}}",
            rf"{_DAY}{_BLANK}{_SHORT_MONTH}",
            rf"{_SHORT_MONTH}{_BLANK}(?:{_DAY}|\d{{4}})",
        )
        + r")(?![\w/-])",
        is_shown=True,
    ),
    Kind(
        WORDS,
        rf"{_START}\.?{_WORD}(?:{_BLANK}(?:{_WORD}|[0-9]+(?:[.,][0-9]+)*(?![\w/])))*",
        is_shown=True,
    ),
)
"""What else is carried out of a text in another script than the Latin one."""
