"""The bilingual document and everything one does with it; no Qt here."""
