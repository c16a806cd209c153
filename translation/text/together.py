"""Many texts searched as one: what may stand between them, so that nothing is found across it."""

from __future__ import annotations

import re

TEXT_BREAK = "\x00"
"""Stands between texts that are searched together: no word holds it, and none goes across it."""
_LINE_BREAK = "\n"

_PLAIN = re.compile(
    r"""
    (?: [^\\.^$*+?{}\[\]|()\x00-\x1f]        # a character that stands for itself,
      | \\ (?: [bdw] | [^\w\s] )               # or with a stroke; a digit, a letter, a word's end
      | (?P<dot> \. ) | (?P<space> \\s )
      | \| | \) | \( (?: \?: | \?P?<[A-Za-z]\w*> | (?![?*]) )
      | \? | (?<![*+?}]) (?: [*+] | \{ \d* (?: ,\d* )? \} )
      | \[ (?:                                # one of several, which are named
            [^\\\[\]^\x00-\x1f] | \\ (?: [dw] | [^\w\s] ) | (?P<one_space> \\s )
        )+ \]
    )*
    """,
    re.VERBOSE,
)
"""Expressions that say of every character they match what it is, and look at nothing else.

Not among them is what could see where a text begins or ends, or take what is none of it.
"""


def break_for(expression: str) -> str | None:
    """Return what may stand between texts in which a regular expression is looked for together.

    The expression can never match it, and takes it for what stands around a text. None where
    there is nothing of the kind: then each text has to be searched on its own.
    """
    found = _PLAIN.fullmatch(expression)
    if found is None:
        return None
    takes_space = found["space"] or found["one_space"]
    if not found["dot"]:
        return TEXT_BREAK
    return None if takes_space else _LINE_BREAK
