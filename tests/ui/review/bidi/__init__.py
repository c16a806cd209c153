"""Ten hard lines of mixed direction: how they are seen, and how one walks through them."""
