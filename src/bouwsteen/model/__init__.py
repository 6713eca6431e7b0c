"""Floor 1: what exists. Frozen values; no input or output, no clock, no randomness."""
