"""What the engine does for the document: process, models, drafts. For the session."""
