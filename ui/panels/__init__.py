"""The panels at the side: how much changed, what, what is wrong, where one is."""
