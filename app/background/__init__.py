"""Work beside the window: jobs in threads, waiting alive, garbage. For all of app."""
