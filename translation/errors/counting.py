"""Notices that count by kinds: the words for each kind, put into the sentence of the notice."""

from __future__ import annotations

from translation.errors.plurals import Counted

LEFT_OUT: dict[str, str] = {
    "unconfirmed": Counted(
        "{count} segment that nobody confirmed",
        "{count} segments that nobody confirmed",
    ),
    "furniture": Counted(
        "{count} paragraph outside the article",
        "{count} paragraphs outside the article",
    ),
    "emptied": Counted(
        "that {count} translation was emptied on purpose",
        "that {count} translations were emptied on purpose",
    ),
    "states": Counted(
        "that {count} segment is confirmed, reviewed or final",
        "that {count} segments are confirmed, reviewed or final",
    ),
    "higher_states": Counted(
        "that {count} segment is reviewed or final",
        "that {count} segments are reviewed or final",
    ),
    "locks": Counted(
        "the lock of {count} segment",
        "the locks of {count} segments",
    ),
    "notes": Counted(
        "{count} note",
        "{count} notes",
    ),
    "marked_errors": Counted(
        "{count} marked error (Tools → MQM, or the command mqm, writes them)",
        "{count} marked errors (Tools → MQM, or the command mqm, writes them)",
    ),
    "document_notes": Counted(
        "{count} note on the whole document",
        "{count} notes on the whole document",
    ),
    "unit_notes": Counted(
        "{count} note about a paragraph",
        "{count} notes about paragraphs",
    ),
    "references": Counted(
        "{count} reference translation",
        "{count} reference translations",
    ),
    "drafts": Counted(
        "{count} draft beside a translation",
        "{count} drafts beside translations",
    ),
    "columns": Counted(
        "{count} column of the table it came from",
        "{count} columns of the table it came from",
    ),
}
"""What an export can leave out, by kind."""

KEPT_AS_IT_IS: dict[str, str] = {
    "hidden": Counted(
        "{count} hidden text",
        "{count} hidden texts",
    ),
    "comments": Counted(
        "{count} comment",
        "{count} comments",
    ),
    "deleted": Counted(
        "{count} tracked deletion",
        "{count} tracked deletions",
    ),
    "alt_texts": Counted(
        "{count} alt text",
        "{count} alt texts",
    ),
    "tips": Counted(
        "{count} tool tip",
        "{count} tool tips",
    ),
    "ruby": Counted(
        "{count} ruby text above words",
        "{count} ruby texts above words",
    ),
    "formulas": Counted(
        "{count} formula with letters",
        "{count} formulas with letters",
    ),
    "fields": Counted(
        "{count} text in the instructions of fields",
        "{count} texts in the instructions of fields",
    ),
    "choices": Counted(
        "{count} choice of a list",
        "{count} choices of lists",
    ),
    "entries": Counted(
        "{count} entry for an index",
        "{count} entries for an index",
    ),
    "forms": Counted(
        "{count} label of a form field",
        "{count} labels of form fields",
    ),
    "word_art": Counted(
        "{count} text of WordArt",
        "{count} texts of WordArt",
    ),
    "charts": Counted(
        "{count} chart, diagram or document within it",
        "{count} charts, diagrams and documents within it",
    ),
    "numbering": Counted(
        "{count} number format",
        "{count} number formats",
    ),
    "properties": Counted(
        "{count} property of the document",
        "{count} properties of the document",
    ),
}
"""What stays as it is in an article, in the order in which a notice counts it."""

FURNITURE: dict[str, str] = {
    "links": Counted(
        "{count} menu or link",
        "{count} menus and links",
    ),
    "comments": Counted(
        "{count} comment or its form",
        "{count} comments and their forms",
    ),
    "kept": Counted(
        "{count} not to be translated",
        "{count} not to be translated",
    ),
    "attributes": Counted(
        "{count} alt text, tip or label",
        "{count} alt texts, tips and labels",
    ),
    "others": Counted(
        "{count} other",
        "{count} others",
    ),
}
"""What page furniture is, as the notice that counts it names it."""

KINDS: dict[str, dict[str, str]] = {
    "left_out": LEFT_OUT,
    "kept_as_it_is": KEPT_AS_IT_IS,
    "furniture": FURNITURE,
}
"""The notices that count by kinds. Their facts are the kinds, with their counts."""
