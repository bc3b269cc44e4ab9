"""The trained files, each beside its card."""
