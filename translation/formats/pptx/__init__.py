"""PowerPoint presentations: slides, tables, diagrams, charts and notes, in and out in place."""
