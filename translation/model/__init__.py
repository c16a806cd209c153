"""The bilingual document: values, edits and ports. Standard library only."""
