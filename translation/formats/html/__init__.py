"""Web pages: articles in, the translated page and pages side by side out."""
