"""Making and measuring the trained files; never imported by the service."""
