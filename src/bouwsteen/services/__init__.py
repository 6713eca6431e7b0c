"""Floor 4: the use cases. One verb a file; combines questions."""
