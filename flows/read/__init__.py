"""From the bytes of a file to a `Report`: canonical text, labelled lines, sentences, metadata."""
