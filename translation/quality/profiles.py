"""The profiles of checks there are: what a person changed or made, as the settings keep them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.quality.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def profiles_text(profiles: Iterable[Profile]) -> str:
    """Return what a setting keeps of profiles, those that say nothing left out."""
    said = [profile.to_json() for profile in profiles if profile != Profile()]
    return json.dumps(said, ensure_ascii=True) if said else ""
