"""The application layer: Qt without widgets."""
