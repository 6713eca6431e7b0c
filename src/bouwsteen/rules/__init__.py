"""Floor 2: the law, as dated values with their source, and their evaluation."""
