"""The process that reads PDFs, of which the second reader dies: see test_pdf_pens."""

from __future__ import annotations

import sys

from translation.formats.pdf.worker import main

if __name__ == "__main__":
    sys.exit(1 if sys.argv[1] == "pens" else main(*sys.argv[1:4]))
