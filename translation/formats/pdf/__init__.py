"""PDF: text by where letters stand, and pages to print."""
