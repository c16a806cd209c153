"""What a person can do in the window, menu by menu; ``table`` has all of it."""
