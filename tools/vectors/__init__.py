"""Makes the word vectors that the package ships: see docs/vectors.md."""
