"""Answers for programs: the JSON that `schemas/` describes."""
