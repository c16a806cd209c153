"""XLIFF 1.2, our own and that of others."""
