"""Spelling: dictionaries, what they say of words, and what else a word may have been."""
