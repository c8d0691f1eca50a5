"""The contract of the public tables: grain, key, columns, descriptions, checks."""
