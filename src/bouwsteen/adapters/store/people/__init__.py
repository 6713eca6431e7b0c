"""People who have an account: what is kept of them, and how it is sealed."""

ACCOUNT = "account"
"""Under this name a session holds the number of the account."""
