"""The profiles of checks there are: those that come with the program, and a person's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.quality.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable


NEWS = Profile("news", switches=(("same_for_others", False),))
"""Agencies say the same in many words: several sources may well have one translation."""
MANUALS = Profile("manuals", switches=(("small_beginning", False),))
"""Steps and cells may begin small; the same step is to be the same everywhere."""
WEB = Profile("web", switches=(("same_for_others", False), ("small_beginning", False)))
"""Buttons and menus have small letters and no full stops."""
SUBTITLES = Profile(
    "subtitles",
    switches=(
        ("cue_lines", True),
        ("line_length", True),
        ("lost_clause", False),
        ("reading_speed", True),
        ("same_for_others", False),
        ("small_beginning", False),
        ("translated_otherwise", False),
    ),
)
"""Sentences go on from cue to cue, what people answer depends on whom, and what is plain is cut."""

BUILT_IN: dict[str, Profile] = {
    profile.name: profile for profile in (NEWS, MANUALS, SUBTITLES, WEB)
}
"""The profiles that come with the program, by their names; what a person changes goes before."""


def kept_profiles(text: str) -> dict[str, Profile]:
    """Return the profiles of a setting by name; what in it is none is left out."""
    try:
        listed = json.loads(text) if text else []
    except (ValueError, RecursionError):
        return {}
    found = {}
    for one in listed if isinstance(listed, list) else ():
        try:
            profile = Profile.parse(one)
        except ValueError:
            continue
        found[profile.name] = profile
    return found


def all_profiles(text: str) -> dict[str, Profile]:
    """Return every profile there is by its name, the usual one ("") first, in order."""
    kept = kept_profiles(text)
    known = {"": Profile(), **BUILT_IN}
    own = sorted(set(kept) - set(known), key=str.casefold)
    return {name: kept.get(name) or known[name] for name in (*known, *own)}


def profiles_text(profiles: Iterable[Profile]) -> str:
    """Return what a setting keeps of profiles: those that are none of the program's own."""
    known = (Profile(), *BUILT_IN.values())
    said = [profile.to_json() for profile in profiles if profile not in known]
    return json.dumps(said, ensure_ascii=True) if said else ""
