"""The ledger of adoptions, in memory and in a database."""
