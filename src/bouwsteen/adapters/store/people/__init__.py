"""People who have an account: what is kept of them, and how it is sealed."""

ACCOUNT = "account"
"""Under this name a session holds the number of the account."""

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Of codes that people type: without I, L, O and U, which are read as others. Source: D. Crockford, Base 32."""
