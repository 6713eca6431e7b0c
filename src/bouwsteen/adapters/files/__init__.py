"""The embedded catalogue and people's own files, read and written."""
