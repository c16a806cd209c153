"""Translation models: reading, converting and running them, in this process or in a child's.

Importing this package costs nothing: ctranslate2, sentencepiece, numpy, torch and transformers
are imported by the functions that need them.
"""
