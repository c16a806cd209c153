"""Checks of translations: ``CHECKS`` is their table, ``find_issues`` applies it."""

from __future__ import annotations

from translation.quality.checks import CHECKS, Check, find_issues
from translation.quality.subject import Finding, Subject

__all__ = ["CHECKS", "Check", "Finding", "Subject", "find_issues"]
