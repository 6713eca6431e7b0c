"""Floor 3: the questions. One package a question; no package here knows another."""
