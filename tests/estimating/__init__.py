"""The quality estimate: fitted to labelled drafts, and measured on those it never saw."""
