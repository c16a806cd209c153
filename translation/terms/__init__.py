"""Terms at work: which of them stand in a text, inflected too, and what their translations are."""
