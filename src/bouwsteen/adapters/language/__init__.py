"""Words made comparable, and the index on disk."""
