"""Checks of translations: ``CHECKS`` is their table, ``find_issues`` applies it to a subject.

``Subjects`` gives the subjects of a document.
"""

from __future__ import annotations

from translation.quality.check import Check, CheckGroup
from translation.quality.checks import CHECKS, find_issues
from translation.quality.subject import Finding, Subject, Texts, subject_of
from translation.quality.subjects import Subjects

__all__ = [
    "CHECKS",
    "Check",
    "CheckGroup",
    "Finding",
    "Subject",
    "Subjects",
    "Texts",
    "find_issues",
    "subject_of",
]
