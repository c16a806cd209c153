"""Widgets only: no parsing, scoring, database or threads."""
