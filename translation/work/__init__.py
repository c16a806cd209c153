"""What composes the rest: opening, building, drafting, returned tables. For the fronts."""
