"""Reports on their way into the store."""
