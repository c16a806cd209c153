"""Tables of segments: TSV, CSV, XLSX, DOCX tables and JSON lines."""
