"""How meetings are read from a text: the words that tell one, who takes part, what is the same meeting."""
