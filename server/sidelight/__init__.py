"""Sidelight: what lies beside a news page, as notes that show their evidence."""

__version__ = "0.1.0"
