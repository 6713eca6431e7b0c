"""Making the shipped catalogue: one module a source."""
