"""Notices that count by kinds: the words for each kind, put into the sentence of the notice."""

from __future__ import annotations

LEFT_OUT: dict[str, str] = {
    "unconfirmed": "segments that nobody confirmed ({count})",
    "furniture": "paragraphs outside the article ({count})",
    "emptied": "that translations were emptied on purpose ({count})",
    "states": "that segments are confirmed, reviewed or final ({count})",
    "higher_states": "that segments are reviewed or final ({count})",
    "locks": "locks of segments ({count})",
    "notes": "notes ({count})",
    "unit_notes": "notes about paragraphs ({count})",
    "references": "reference translations ({count})",
    "drafts": "drafts beside translations ({count})",
    "columns": "columns of the table it came from ({count})",
}
"""What an export can leave out, by kind."""

KEPT_AS_IT_IS: dict[str, str] = {
    "hidden": "hidden text ({count})",
    "comments": "comments ({count})",
    "deleted": "tracked deletions ({count})",
    "alt_texts": "alt texts ({count})",
    "tips": "tool tips ({count})",
    "ruby": "ruby above words ({count})",
    "formulas": "letters of formulas ({count})",
    "fields": "words in the instructions of fields ({count})",
    "choices": "choices of lists ({count})",
    "entries": "entries for an index ({count})",
    "forms": "labels of form fields ({count})",
    "word_art": "WordArt ({count})",
    "charts": "charts, diagrams and documents within it ({count})",
    "numbering": "number formats ({count})",
    "properties": "properties of the document ({count})",
}
"""What stays as it is in an article, in the order in which a notice counts it."""

FURNITURE: dict[str, str] = {
    "links": "menus and links ({count})",
    "comments": "comments and their forms ({count})",
    "kept": "not to be translated ({count})",
    "attributes": "alt texts, tips and labels ({count})",
    "others": "others ({count})",
}
"""What page furniture is, as the notice that counts it names it."""

KINDS: dict[str, dict[str, str]] = {
    "left_out": LEFT_OUT,
    "kept_as_it_is": KEPT_AS_IT_IS,
    "furniture": FURNITURE,
}
"""The notices that count by kinds. Their facts are the kinds, with their counts."""
