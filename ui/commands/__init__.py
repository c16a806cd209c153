"""What the actions do: functions that the action table names, grouped by what they are about.

Each takes the desk: the parts of a window that its module says it works with, never the window's
own class. A command does not know who calls it, nor by which menu or key.
"""
