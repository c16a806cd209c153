"""OpenDocument texts in and in place."""
