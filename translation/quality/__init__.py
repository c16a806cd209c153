"""Checks of translations: ``CHECKS`` is their table, a ``Checker`` applies it to a subject.

It goes by a ``Profile``; ``find_issues`` is that of the usual one. ``Subjects`` gives the
subjects of a document.
"""

from __future__ import annotations

from translation.quality.check import Check, CheckGroup, Option
from translation.quality.checks import CHECKS, Checker, find_issues
from translation.quality.profile import USUAL, Profile
from translation.quality.subject import Finding, Subject, Texts, subject_of
from translation.quality.subjects import Subjects

__all__ = [
    "CHECKS",
    "USUAL",
    "Check",
    "CheckGroup",
    "Checker",
    "Finding",
    "Option",
    "Profile",
    "Subject",
    "Subjects",
    "Texts",
    "find_issues",
    "subject_of",
]
