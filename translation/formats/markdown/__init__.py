"""Markdown articles in place."""
