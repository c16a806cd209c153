"""Word documents: DOCX in, in place and new."""
