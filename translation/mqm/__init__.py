"""Errors that people mark, as MQM has them: typologies, places, the score, and files of others.

MQM: Multidimensional Quality Metrics, themqm.org and ISO 5060.
"""

from __future__ import annotations

from translation.mqm.found import FoundError, errors_of, is_evaluated
from translation.mqm.placing import marked_error, place_of
from translation.mqm.score import MqmScore, score_document, score_of
from translation.mqm.typology import Category, SeverityLevel, Typology

__all__ = [
    "Category",
    "FoundError",
    "MqmScore",
    "SeverityLevel",
    "Typology",
    "errors_of",
    "is_evaluated",
    "marked_error",
    "place_of",
    "score_document",
    "score_of",
]
