"""Helpers for Arabic and English text: codes, words, roles, paragraphs, bidi, normalising."""
