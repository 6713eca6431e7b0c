"""Answers for people, as blocks; plain or coloured is decided afterwards."""
