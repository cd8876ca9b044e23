"""The case file: what is kept of a case, how it is written and read, and how its schema grows."""
