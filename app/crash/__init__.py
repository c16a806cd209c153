"""What happens when the program fails: the last save, the report. For the window."""
