"""EPUB 2 and 3: books of web pages in a zip, in and out in place."""
