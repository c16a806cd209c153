"""The document and its editing: batches, undo, what a change did. For the session and its parts."""
