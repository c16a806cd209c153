"""How long a test of the preferences waits, in milliseconds."""

from __future__ import annotations

PATIENCE = 30_000
