"""The review table: segments side by side, one editor in place."""
