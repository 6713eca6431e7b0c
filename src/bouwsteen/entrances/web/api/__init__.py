"""The API at /api/v1, for programs: the whole structure, and the questions that people ask."""
