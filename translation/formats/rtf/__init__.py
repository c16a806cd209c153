"""Rich Text Format in, as paragraphs: an own reader of the specification 1.9.1."""
