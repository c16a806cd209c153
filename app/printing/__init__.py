"""Printing pages as PDF, in a process of its own. For the composition and the command line."""
