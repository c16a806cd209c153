"""The settings: their table, their store, and what goes by them. For the window too."""
