"""The Open Onderwijs API, version 5, at /ooapi/v5: the structure as schools' systems exchange it."""
