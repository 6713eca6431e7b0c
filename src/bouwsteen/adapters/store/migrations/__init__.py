"""How the tables came to be; applied at first use."""
