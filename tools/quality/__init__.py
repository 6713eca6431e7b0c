"""Measures how well texts are found, and gathers what people must judge for it."""
