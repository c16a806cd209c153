"""What is kept up to date beside the document: each table follows its changes. For the session."""
