"""Translation memories: TMX 1.1 to 1.4."""
