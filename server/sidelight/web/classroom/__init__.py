"""The classroom on the web: one file per resource, and what they share."""
