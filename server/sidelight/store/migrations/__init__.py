"""The changes that bring the tables from one version to the next."""
