"""People who have an account: what is kept of them, and how it is sealed."""
