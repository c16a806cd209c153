"""The report on a review, for a client to read: gathered from a document, written as files.

For the command line and ``app.files``.
"""
