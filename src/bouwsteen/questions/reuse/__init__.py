"""Which parts recur: families of parts, how broad they are, what programmes have in common, what is written twice."""
