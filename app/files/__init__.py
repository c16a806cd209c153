"""The files of the document: opening, saving, exporting. For the session."""
