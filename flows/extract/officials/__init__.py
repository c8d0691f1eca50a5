"""How persons in public office are read from a text: words, names, titles, and what points back to them."""
