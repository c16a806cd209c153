"""The profiles of checks as the settings keep them: those there are, and the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.quality.profiles import BUILT_IN, all_profiles, kept_profiles, profiles_text
from translation.system.preferences import CHECK_PROFILE, CHECK_PROFILES

if TYPE_CHECKING:
    from app.settings.store import Settings
    from translation.quality import Profile


def profiles(settings: Settings) -> dict[str, Profile]:
    """Return every profile by its name, the usual one ("") first."""
    return all_profiles(settings.value(CHECK_PROFILES))


def chosen_profile(settings: Settings) -> Profile:
    """Return the profile that is gone by where a project has none of its own."""
    known = profiles(settings)
    return known.get(settings.value(CHECK_PROFILE), known[""])


def keep_profile(settings: Settings, profile: Profile) -> bool:
    """Keep a profile under its name; False where that would be too much to keep."""
    kept = {**kept_profiles(settings.value(CHECK_PROFILES)), profile.name: profile}
    text = profiles_text(kept.values())
    if CHECK_PROFILES.allowed(text):
        return False
    settings.keep(CHECK_PROFILES, text)
    return True


def forget_profile(settings: Settings, name: str) -> None:
    """Forget a profile, or what was changed of one that comes with the program."""
    kept = kept_profiles(settings.value(CHECK_PROFILES))
    kept.pop(name, None)
    if name not in profiles_of_program():
        settings.keep(CHECK_PROFILE, "")
    settings.keep(CHECK_PROFILES, profiles_text(kept.values()))


def is_own(settings: Settings, name: str) -> bool:
    """Tell whether a profile was made, or changed, by a person."""
    return name in kept_profiles(settings.value(CHECK_PROFILES))


def profiles_of_program() -> frozenset[str]:
    """Return the names of the profiles that come with the program."""
    return frozenset({"", *BUILT_IN})
