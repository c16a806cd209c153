"""The command line: the main job without a window. No Qt is imported here."""
