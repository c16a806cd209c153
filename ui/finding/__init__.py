"""Find and replace: the bar above the table, the list of what was found, its marks."""
