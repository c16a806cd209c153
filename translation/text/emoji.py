"""Emoji as they stand in texts: sequences of Unicode Technical Standard 51, one for each sign."""

from __future__ import annotations

_PICTOGRAPHS = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf"
    "\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25b6\u25c0\u2600-\u2605"
    "\u2607-\u2612\u2614-\u2685\u2690-\u2705\u2708-\u2712\u2714\u2716\u271d\u2721\u2728\u2733"
    "\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763-\u2767\u2795-\u2797\u27a1\u27b0"
    "\u27bf\u2934\u2935\u2b05-\u2b07\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f12f\U0001f16c-\U0001f171\U0001f17e"
    "\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f1ad-\U0001f1e5\U0001f201-\U0001f20f"
    "\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f23c-\U0001f23f\U0001f249-\U0001f3fa"
    "\U0001f400-\U0001faff\U0001fc00-\U0001fffd"
)
"""The characters of the property Extended_Pictographic (emoji-data.txt), without the squares,
which are the bullets of lists."""

_FLAG_LETTER = "[\U0001f1e6-\U0001f1ff]"
_ONE = f"[{_PICTOGRAPHS}]\ufe0f?[\U0001f3fb-\U0001f3ff]?[\U000e0020-\U000e007f]*"

EMOJI = rf"{_FLAG_LETTER}{{2}}|[0-9\#*]\ufe0f?\u20e3|{_ONE}(?:\u200d{_ONE})*"
"""A regular expression of one sign: flags, keycaps, and what joiners make one of several."""

EMOJI_LETTER = f"[{_PICTOGRAPHS}\U0001f1e6-\U0001f1ff\u20e3]"
"""A regular expression of a character that every sign has one of."""
