"""This program beside others that translators know: ``python -m tests.peers FILE``."""
