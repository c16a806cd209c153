"""The bilingual document and everything one does with it; no Qt here."""

__version__ = "0.2.0"
"""The program's version: what `--version`, About, crash reports and exports say."""
